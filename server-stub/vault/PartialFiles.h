// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/SealedWriter.h"
#include "crypto/SecretKey.h"
#include "vault/Disk.h"

#include <QList>
#include <QMutex>

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace Holdfast {

/// Files that arrive in several goes, kept over a restart of the server: in partial/, in segments that are each sealed
/// as they come, named by the upload and the segment's offset. A segment counts once its seal is whole, so what was cut
/// off in the middle of one begins again at its start, at most segmentBytes back. Not synced piece by piece: after a
/// power cut less may be there than was told, never something else. Any thread; one writer of an upload at a time.
class PartialFiles
{
public:
    static constexpr qint64 segmentBytes = 4 * 1024 * 1024;

    class Writer;

    /// `folder` is the data directory. The disk must outlive the files.
    static Result<std::unique_ptr<PartialFiles>> open(const QString &folder, Disk &disk);

    QStringList names() const; ///< of the uploads of which there is anything

    /// Finds what there is of an upload and removes what does not count. Answers its plain bytes.
    Result<qint64> resume(const QString &name, const SecretKey &key);

    /// For more bytes, from the plain byte `offset` on, which is where the upload ends.
    std::unique_ptr<Writer> append(const QString &name, const SecretKey &key, qint64 offset);

    /// Hands over all plain bytes in their order. Corrupt where they are not those that came.
    Done read(const QString &name, const SecretKey &key, const std::function<Done(QByteArrayView)> &take) const;

    Done remove(const QString &name);

private:
    PartialFiles(QString folder, Disk &disk);
    QString fileOf(const QString &name, qint64 offset) const;
    QList<qint64> offsetsOf(const QString &name) const; ///< in order
    void note(const QString &name, qint64 offset);

    const QString m_folder;
    Disk &m_disk;
    mutable QMutex m_mutex;
    std::map<QString, QList<qint64>> m_offsets; // of the segments there are
};

/// Bytes that are arriving. What is neither kept nor dropped when the writer goes is dropped. One thread at a time.
class PartialFiles::Writer
{
public:
    Writer(PartialFiles &files, QString name, const SecretKey &key, qint64 offset);
    ~Writer();

    /// `whole`: nothing counts before keep(), so that it can be dropped; otherwise each full segment counts at once.
    enum class Counting { Segments, Whole };
    void setCounting(Counting counting);

    Done write(QByteArrayView plain);
    /// Where the upload ends now. Slow: pool thread.
    Result<qint64> keep();
    void drop(); ///< what does not count yet

private:
    Done beginSegment();
    Done endSegment();

    PartialFiles &m_files;
    const QString m_name;
    const SecretKey m_key;
    Counting m_counting = Counting::Segments;
    qint64 m_begin; ///< of the segment that is arriving
    std::unique_ptr<DiskFile> m_file;
    std::unique_ptr<SealedWriter> m_sealed;
    std::vector<std::unique_ptr<DiskFile>> m_unsynced;
};

} // namespace Holdfast
