// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/WrappedRows.h"

#include "sqlite/Query.h"

namespace Holdfast {

namespace {

Result<QMap<QString, qint64>> countsOf(Database &database, const QByteArray &sql)
{
    QMap<QString, qint64> counts;
    Query query(database, sql);
    if (Done done = query.each([&] { counts.insert(query.text(0), query.number(1)); }); !done)
        return fail(done.error());
    return counts;
}

Result<bool> changesOne(Query &query)
{
    if (const Done done = query.run(); !done)
        return fail(done.error());
    return query.changedRows() == 1;
}

/// What lies beside a recording's file is sealed under the recording's own key, and moves along with it.
class WrappedRecordings : public WrappedRows
{
public:
    QString name() const override { return QStringLiteral("recordings"); }
    QByteArray context(const QString &id) const override
    {
        return wrapContextOfRecording(RecordingId{id.toLongLong()});
    }
    Result<QMap<QString, qint64>> countByKey(Database &database) const override
    {
        // A row without a file has no key, and names none.
        return countsOf(database, "SELECT encryption_key_id, count(*) FROM recordings WHERE encryption_key_id > ''"
                                  " GROUP BY encryption_key_id");
    }
    Result<QList<Row>> under(Database &database, const QString &keyId, const QString &after, int limit) const override
    {
        QList<Row> rows;
        Query query(database, "SELECT r.id, k.wrapped_key FROM recordings r"
                              " CROSS JOIN recording_keys k ON k.recording_id = r.id"
                              " WHERE r.encryption_key_id = ? AND r.id > ? ORDER BY r.id LIMIT ?");
        query.bind(keyId, after.toLongLong(), limit);
        if (Done done = query.each([&] { rows.append({QString::number(query.number(0)), query.bytes(1)}); }); !done)
            return fail(done.error());
        return rows;
    }
    Result<bool> rewrap(Database &database, const Row &row, const QString &toKeyId,
                        const QByteArray &wrapped) const override
    {
        const qint64 id = row.id.toLongLong();
        Query key(database, "UPDATE recording_keys SET wrapped_key = ? WHERE recording_id = ? AND wrapped_key = ?");
        const Result<bool> changed = changesOne(key.bind(wrapped, id, row.wrapped));
        if (!changed || !*changed)
            return changed;
        Query recording(database, "UPDATE recordings SET encryption_key_id = ? WHERE id = ?");
        return changesOne(recording.bind(toKeyId, id));
    }
};

/// Those that are under way: what has become a recording needs its own key alone.
class WrappedUploads : public WrappedRows
{
public:
    QString name() const override { return QStringLiteral("uploads"); }
    QByteArray context(const QString &id) const override { return wrapContextOfUpload(id); }
    Result<QMap<QString, qint64>> countByKey(Database &database) const override
    {
        return countsOf(database, "SELECT encryption_key_id, count(*) FROM resumable_uploads"
                                  " WHERE recording_id IS NULL GROUP BY encryption_key_id");
    }
    Result<QList<Row>> under(Database &database, const QString &keyId, const QString &after, int limit) const override
    {
        QList<Row> rows;
        Query query(database, "SELECT id, wrapped_key FROM resumable_uploads WHERE encryption_key_id = ? AND id > ?"
                              " AND recording_id IS NULL ORDER BY id LIMIT ?");
        query.bind(keyId, after, limit);
        if (Done done = query.each([&] { rows.append({query.text(0), query.bytes(1)}); }); !done)
            return fail(done.error());
        return rows;
    }
    Result<bool> rewrap(Database &database, const Row &row, const QString &toKeyId,
                        const QByteArray &wrapped) const override
    {
        Query query(database, "UPDATE resumable_uploads SET wrapped_key = ?, encryption_key_id = ?"
                              " WHERE id = ? AND wrapped_key = ?");
        return changesOne(query.bind(wrapped, toKeyId, row.id, row.wrapped));
    }
};

class WrappedWebhooks : public WrappedRows
{
public:
    QString name() const override { return QStringLiteral("webhooks"); }
    QByteArray context(const QString &id) const override { return wrapContextOfWebhook(WebhookId{id.toLongLong()}); }
    Result<QMap<QString, qint64>> countByKey(Database &database) const override
    {
        return countsOf(database, "SELECT encryption_key_id, count(*) FROM webhooks WHERE encryption_key_id > ''"
                                  " GROUP BY encryption_key_id");
    }
    Result<QList<Row>> under(Database &database, const QString &keyId, const QString &after, int limit) const override
    {
        QList<Row> rows;
        Query query(database, "SELECT id, wrapped_key FROM webhooks WHERE encryption_key_id = ? AND id > ?"
                              " ORDER BY id LIMIT ?");
        query.bind(keyId, after.toLongLong(), limit);
        if (Done done = query.each([&] { rows.append({QString::number(query.number(0)), query.bytes(1)}); }); !done)
            return fail(done.error());
        return rows;
    }
    Result<bool> rewrap(Database &database, const Row &row, const QString &toKeyId,
                        const QByteArray &wrapped) const override
    {
        Query query(database, "UPDATE webhooks SET wrapped_key = ?, encryption_key_id = ?"
                              " WHERE id = ? AND wrapped_key = ?");
        return changesOne(query.bind(wrapped, toKeyId, row.id.toLongLong(), row.wrapped));
    }
};

std::vector<std::unique_ptr<const WrappedRows>> makeAll()
{
    std::vector<std::unique_ptr<const WrappedRows>> all;
    all.push_back(std::make_unique<WrappedRecordings>());
    all.push_back(std::make_unique<WrappedUploads>());
    all.push_back(std::make_unique<WrappedWebhooks>());
    return all;
}

} // namespace

QByteArray wrapContextOfRecording(RecordingId id)
{
    return "recording " + QByteArray::number(id.value);
}

QByteArray wrapContextOfUpload(const QString &id)
{
    return "upload:" + id.toLatin1();
}

QByteArray wrapContextOfWebhook(WebhookId id)
{
    return "webhook " + QByteArray::number(id.value);
}

const std::vector<std::unique_ptr<const WrappedRows>> &allWrappedRows()
{
    static const auto all = makeAll();
    return all;
}

Result<WrappedCounts> countWrapped(Database &database)
{
    WrappedCounts counts;
    for (const auto &rows : allWrappedRows()) {
        const Result<QMap<QString, qint64>> byKey = rows->countByKey(database);
        if (!byKey)
            return fail(byKey.error());
        counts.insert(rows->name(), *byKey);
    }
    return counts;
}

qint64 wrappedUnder(const WrappedCounts &counts, const QString &keyId)
{
    qint64 all = 0;
    for (const QMap<QString, qint64> &byKey : counts)
        all += byKey.value(keyId);
    return all;
}

} // namespace Holdfast
