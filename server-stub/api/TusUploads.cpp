// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/TusUploads.h"

#include "api/Log.h"
#include "api/TusMetadata.h"
#include "crypto/Random.h"
#include "records/WrappedRows.h"

#include <QMutexLocker>

#include <algorithm>

namespace Holdfast {

namespace {

/// Whether the same bytes can become a recording later, without anybody doing anything.
bool isPassing(const Failure &failure)
{
    return mayRetry(failure.kind);
}

} // namespace

struct TusUploads::Entry
{
    ResumableUpload row;
    UploadFields fields;
    SecretKey key;
    std::unique_ptr<StorageQuota::Share> room; ///< until it is whole
    // Under the mutex of the uploads:
    qint64 offset = 0;
    qint64 segments = 0;
    bool isLeased = false;

    View view() const { return {row.id, row.length, offset, row.metadata, row.expiresAt, row.recording}; }
};

TusUploads::TusUploads(DataFolder &data, RecordingIntake &intake, StorageQuota &quota, Clock clock)
    : m_data(data)
    , m_intake(intake)
    , m_quota(quota)
    , m_clock(std::move(clock))
{
}

Done TusUploads::write(std::function<Done(Database &)> work)
{
    return m_data.writes().submit<void>(std::move(work)).result();
}

Done TusUploads::load()
{
    const Result<Database *> database = m_data.connections().ofThisThread();
    const Result<QList<ResumableUpload>> rows = database ? ResumableUploads(**database).all() : fail(database.error());
    if (!rows)
        return fail(rows.error());
    QSet<QString> shut; // their key may come back until they expire
    for (const ResumableUpload &row : *rows) {
        if (!m_data.keys().has(row.encryptionKeyId) && m_clock() < row.expiresAt) {
            qCCritical(logApi).noquote() << "upload" << row.id
                                         << "can't go on: it is sealed under the key-encryption key"
                                         << row.encryptionKeyId << "which is missing. What came of it is kept.";
            shut.insert(row.id);
            continue;
        }
        const Result<std::shared_ptr<Entry>> entry = take(row);
        if (!entry && !m_data.keys().has(row.encryptionKeyId)) {
            if (const Done gone =
                    write([id = row.id](Database &writer) { return ResumableUploads(writer).remove(id); });
                !gone)
                return gone;
            continue;
        }
        if (!entry)
            return fail(entry.error());
        m_entries.insert(row.id, *entry);
    }
    const QStringList names = m_data.partials().names();
    for (const QString &name : names) {
        const std::shared_ptr<Entry> entry = m_entries.value(name);
        if (shut.contains(name) || (entry && !entry->row.recording.isValid()))
            continue;
        if (const Done removed = m_data.partials().remove(name); !removed)
            return removed;
    }
    forgetExpired();
    return {};
}

Result<std::shared_ptr<TusUploads::Entry>> TusUploads::take(const ResumableUpload &row)
{
    Result<SecretKey> key = m_data.keys().unwrap(row.wrappedKey, row.encryptionKeyId, wrapContextOfUpload(row.id));
    const Result<UploadFields> fields = uploadFieldsOf(row.metadata);
    if (!key || !fields)
        return fail(key ? fields.error() : key.error());
    auto entry = std::make_shared<Entry>(Entry{row, *fields, std::move(*key), nullptr});
    if (row.recording.isValid()) {
        entry->offset = row.length;
        return entry;
    }
    const Result<qint64> offset = m_data.partials().resume(row.id, entry->key);
    if (!offset)
        return fail(offset.error());
    entry->offset = *offset;
    if (auto room = m_quota.reserve(row.length)) // it was let in before; it goes on where there is none
        entry->room = std::move(*room);
    return entry;
}

Result<std::shared_ptr<TusUploads::Entry>> TusUploads::sameAsBefore(const Wanted &wanted)
{
    if (wanted.idempotencyKey.isEmpty())
        return nullptr;
    for (const std::shared_ptr<Entry> &entry : std::as_const(m_entries)) {
        if (entry->row.user != wanted.caller.user.id || entry->row.idempotencyKey != wanted.idempotencyKey)
            continue;
        if (entry->row.length != wanted.length || entry->row.metadata != wanted.metadata)
            return fail(FailureKind::IdempotencyMismatch,
                        QStringLiteral("This Idempotency-Key was used for another upload. Nothing was stored."));
        return entry;
    }
    return nullptr;
}

Result<TusUploads::View> TusUploads::begin(const Wanted &wanted)
{
    forgetExpired();
    {
        const QMutexLocker lock(&m_mutex);
        const Result<std::shared_ptr<Entry>> before = sameAsBefore(wanted);
        if (!before || *before)
            return before ? Result<View>((*before)->view()) : fail(before.error());
    }
    RecordingIntake::Arrival arrival;
    arrival.caller = wanted.caller;
    if (const Done chosen = m_intake.chooseLead(arrival, wanted.fields.leadId); !chosen)
        return fail(chosen.error());

    ResumableUpload row;
    row.id = QString::fromLatin1(randomBytes(16).toHex());
    row.user = wanted.caller.user.id;
    row.length = wanted.length;
    row.metadata = wanted.metadata;
    row.idempotencyKey = wanted.idempotencyKey;
    row.createdAt = m_clock();
    row.expiresAt = row.createdAt.addMSecs(std::chrono::milliseconds(lifetime).count());
    auto room = m_quota.reserve(row.length);
    if (!room)
        return fail(room.error());
    auto entry = std::make_shared<Entry>(Entry{row, wanted.fields, SecretKey::random(), std::move(*room)});
    const Result<KeyRing::Wrapped> wrapped = m_data.keys().wrap(entry->key, wrapContextOfUpload(row.id));
    if (!wrapped)
        return fail(wrapped.error());
    entry->row.wrappedKey = wrapped->bytes;
    entry->row.encryptionKeyId = wrapped->keyId;
    {
        const QMutexLocker lock(&m_mutex);
        // A client whose first call was cut off can be here twice.
        const Result<std::shared_ptr<Entry>> meanwhile = sameAsBefore(wanted);
        if (!meanwhile || *meanwhile)
            return meanwhile ? Result<View>((*meanwhile)->view()) : fail(meanwhile.error());
        const auto isUnfinished = [&](const std::shared_ptr<Entry> &one) {
            return one->row.user == row.user && !one->row.recording.isValid();
        };
        if (std::count_if(m_entries.cbegin(), m_entries.cend(), isUnfinished) >= mostOfOneUser)
            return fail(Failure{
                FailureKind::Throttled,
                QStringLiteral("You have %1 uploads under way. Finish or end one of them first.").arg(mostOfOneUser),
                {},
                std::chrono::seconds(60)});
        m_entries.insert(row.id, entry);
    }
    const Done written = write([row = entry->row](Database &database) { return ResumableUploads(database).add(row); });
    const QMutexLocker lock(&m_mutex);
    if (written)
        return entry->view();
    m_entries.remove(row.id);
    return fail(written.error());
}

std::shared_ptr<TusUploads::Entry> TusUploads::entryOf(const Caller &caller, const QString &id)
{
    const std::shared_ptr<Entry> entry = m_entries.value(id);
    const bool counts = entry && entry->row.user == caller.user.id && m_clock() < entry->row.expiresAt;
    return counts ? entry : nullptr;
}

Result<TusUploads::View> TusUploads::find(const Caller &caller, const QString &id)
{
    const QMutexLocker lock(&m_mutex);
    if (const std::shared_ptr<Entry> entry = entryOf(caller, id))
        return entry->view();
    return fail(FailureKind::NotFound, QStringLiteral("Upload not found. Begin it anew."));
}

Result<std::shared_ptr<TusUploads::Lease>> TusUploads::lease(const Caller &caller, const QString &id)
{
    const QMutexLocker lock(&m_mutex);
    const std::shared_ptr<Entry> entry = entryOf(caller, id);
    if (!entry)
        return fail(FailureKind::NotFound, QStringLiteral("Upload not found. Begin it anew."));
    if (entry->isLeased)
        return fail(Failure{FailureKind::Throttled,
                            QStringLiteral("This upload is being received already. Ask again in a moment."),
                            {},
                            std::chrono::seconds(1)});
    entry->isLeased = true;
    return std::make_shared<Lease>(*this, entry, caller);
}

/// The row first: where the files can't be removed now, they go at the next start.
Done TusUploads::forget(Entry &entry)
{
    if (Done gone = write([id = entry.row.id](Database &database) { return ResumableUploads(database).remove(id); });
        !gone)
        return gone;
    {
        const QMutexLocker lock(&m_mutex);
        m_entries.remove(entry.row.id);
    }
    entry.room.reset();
    return m_data.partials().remove(entry.row.id);
}

void TusUploads::forgetExpired()
{
    QList<std::shared_ptr<Entry>> expired;
    {
        const QMutexLocker lock(&m_mutex);
        const QDateTime now = m_clock();
        for (const std::shared_ptr<Entry> &entry : std::as_const(m_entries))
            if (!entry->isLeased && now >= entry->row.expiresAt) {
                entry->isLeased = true; // nobody takes it up meanwhile
                expired.append(entry);
            }
    }
    for (const std::shared_ptr<Entry> &entry : expired)
        if (const Done gone = forget(*entry); !gone) {
            qCWarning(logApi).noquote() << "an upload that expired is removed later:" << gone.error().message
                                        << gone.error().detail;
            const QMutexLocker lock(&m_mutex);
            entry->isLeased = false;
        }
}

TusUploads::Lease::Lease(TusUploads &of, std::shared_ptr<Entry> entry, Caller caller)
    : m_of(of)
    , m_entry(std::move(entry))
    , m_caller(std::move(caller))
{
}

TusUploads::Lease::~Lease()
{
    const QMutexLocker lock(&m_of.m_mutex);
    m_entry->isLeased = false;
}

TusUploads::View TusUploads::Lease::view() const
{
    const QMutexLocker lock(&m_of.m_mutex);
    return m_entry->view();
}

qint64 TusUploads::Lease::segments() const
{
    const QMutexLocker lock(&m_of.m_mutex);
    return m_entry->segments;
}

std::unique_ptr<PartialFiles::Writer> TusUploads::Lease::writer()
{
    return m_of.m_data.partials().append(m_entry->row.id, m_entry->key, view().offset);
}

void TusUploads::Lease::setOffset(qint64 offset)
{
    const QMutexLocker lock(&m_of.m_mutex);
    m_entry->segments += offset > m_entry->offset;
    m_entry->offset = offset;
}

Result<RecordingId> TusUploads::Lease::finish()
{
    if (m_entry->row.recording.isValid())
        return m_entry->row.recording;
    const auto keep = [&]() -> Result<RecordingIntake::Kept> {
        RecordingIntake::Arrival arrival;
        arrival.caller = m_caller;
        arrival.fields = m_entry->fields;
        arrival.resumableUpload = m_entry->row.id;
        arrival.idempotencyKey =
            m_entry->row.idempotencyKey.isEmpty() ? "tus:" + m_entry->row.id.toLatin1() : m_entry->row.idempotencyKey;
        if (!m_entry->row.idempotencyKey.isEmpty())
            arrival.keyStays = Uploads::KeyStays::AsLongAsItsRecording;
        if (const Done chosen = m_of.m_intake.chooseLead(arrival, arrival.fields.leadId); !chosen)
            return fail(chosen.error());
        if (const Done opened = m_of.m_intake.openFile(arrival); !opened)
            return fail(opened.error());
        if (const Done read = m_of.m_data.partials().read(
                m_entry->row.id, m_entry->key, [&](QByteArrayView bytes) { return arrival.file->write(bytes); });
            !read)
            return fail(read.error());
        return m_of.m_intake.keep(std::move(arrival));
    };
    const Result<RecordingIntake::Kept> kept = keep();
    if (!kept) {
        if (!isPassing(kept.error()))
            if (const Done gone = m_of.forget(*m_entry); !gone)
                qCWarning(logApi).noquote() << "a refused upload is removed later:" << gone.error().message;
        return fail(kept.error());
    }
    const RecordingId made = kept->recording.id;
    if (m_entry->room && kept->isNew)
        m_entry->room->keep(kept->recording.fileSize);
    m_entry->room.reset();
    const auto note = [id = m_entry->row.id, made](Database &database) {
        return ResumableUploads(database).finish(id, made);
    };
    const Done noted = kept->isNew ? Done() : m_of.write(note);
    {
        const QMutexLocker lock(&m_of.m_mutex);
        m_entry->row.recording = made;
    }
    // It is stored; what is left of the upload goes at the next start where it can't go now.
    if (const Done removed = noted ? m_of.m_data.partials().remove(m_entry->row.id) : noted; !removed)
        qCWarning(logApi).noquote() << "the parts of a stored upload are removed later:" << removed.error().message;
    return made;
}

Done TusUploads::Lease::terminate()
{
    return m_of.forget(*m_entry);
}

} // namespace Holdfast
