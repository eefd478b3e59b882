// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/RecordingIntake.h"
#include "api/StorageQuota.h"
#include "api/UploadFields.h"
#include "records/ResumableUploads.h"

#include <QHash>
#include <QMutex>

#include <memory>

namespace Holdfast {

/// The uploads that come in several goes: they outlive connections and a restart of the server, for a day. Any thread.
class TusUploads
{
public:
    static constexpr std::chrono::hours lifetime{24};
    static constexpr int mostOfOneUser = 200; ///< that are not whole
    static constexpr qsizetype mostSegments = 1024;

    TusUploads(DataFolder &data, RecordingIntake &intake, StorageQuota &quota, Clock clock);

    /// Takes up what a server left that was stopped; call it once, before the first request. Removes what has expired.
    Done load();

    /// What may be told of one.
    struct View
    {
        QString id;
        qint64 length = 0;
        qint64 offset = 0;
        QByteArray metadata;
        QDateTime expiresAt;
        RecordingId recording; ///< what it became; invalid before
    };
    struct Wanted
    {
        Caller caller;
        qint64 length = 0;
        QByteArray metadata;
        UploadFields fields;
        QByteArray idempotencyKey;
    };
    /// The one that the same user began before under the same key, or a new one. Forbidden and NotFound for the lead,
    /// StorageFull, Throttled for too many at once; Conflict for the same key with another upload. Slow: pool thread.
    Result<View> begin(const Wanted &wanted);

    /// NotFound for another's and for one that is over.
    Result<View> find(const Caller &caller, const QString &id);

    /// The right to add to an upload, or end it; nobody else has it meanwhile. Gives it back when it goes.
    class Lease;
    /// Throttled, for a moment, while somebody has it.
    Result<std::shared_ptr<Lease>> lease(const Caller &caller, const QString &id);

private:
    struct Entry;
    std::shared_ptr<Entry> entryOf(const Caller &caller, const QString &id);
    Result<std::shared_ptr<Entry>> take(const ResumableUpload &row);
    Result<std::shared_ptr<Entry>> sameAsBefore(const Wanted &wanted); ///< under the mutex
    Done forget(Entry &entry);
    void forgetExpired();
    Done write(std::function<Done(Database &)> work);

    DataFolder &m_data;
    RecordingIntake &m_intake;
    StorageQuota &m_quota;
    Clock m_clock;
    QMutex m_mutex;
    QHash<QString, std::shared_ptr<Entry>> m_entries;
};

class TusUploads::Lease
{
public:
    Lease(TusUploads &of, std::shared_ptr<Entry> entry, Caller caller);
    ~Lease();
    Lease(const Lease &) = delete;
    Lease &operator=(const Lease &) = delete;

    View view() const;
    qint64 segments() const; ///< how many goes it came in so far
    std::unique_ptr<PartialFiles::Writer> writer();
    void setOffset(qint64 offset); ///< what writer()->keep() answered

    /// Makes the recording of an upload that is whole; again the same where it did so before. What can never become one
    /// is over and leaves nothing. Slow: pool thread.
    Result<RecordingId> finish();
    /// A recording that it has become stays.
    Done terminate();

private:
    TusUploads &m_of;
    std::shared_ptr<Entry> m_entry;
    Caller m_caller;
};

} // namespace Holdfast
