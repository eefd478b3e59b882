// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/Inbox.h"

#include "local/RecordingRows.h"
#include "sqlite/Query.h"
#include "sqlite/Steps.h"

// The columns that every selection of entries reads, in the order of entryFrom().
#define ENTRY_COLUMNS                                                                                                  \
    "SELECT number, path, size, modified_at, inspected, sha256, duration, problem, remark,"                            \
    " upload_id IS NOT NULL FROM inbox WHERE state = 'new' "

// Whether a path lies in a folder: between "folder/" and what follows all that begin so.
#define IN_FOLDER " path > ? || '/' AND path < ? || '0' "

namespace Holdfast {

namespace {

InboxEntry entryFrom(const Query &row)
{
    InboxEntry entry;
    entry.number = row.number(0);
    entry.file = {row.text(1), row.number(2), row.time(3)};
    entry.isInspected = row.number(4) != 0;
    entry.sha256 = row.bytes(5);
    if (!row.isNull(6))
        entry.duration = std::chrono::milliseconds(row.number(6));
    entry.problem = row.text(7);
    entry.remark = row.text(8);
    entry.hasChanged = row.number(9) != 0;
    return entry;
}

Result<QList<InboxEntry>> entriesFrom(Query &query)
{
    QList<InboxEntry> entries;
    if (const Done read = query.each([&] { entries.append(entryFrom(query)); }); !read)
        return fail(read.error());
    return entries;
}

Result<QList<Inbox::Known>> knownFrom(Query &query)
{
    QList<Inbox::Known> known;
    const Done read = query.each([&] {
        known.append({query.number(0), {query.text(1), query.number(2), query.time(3)}, query.number(4) != 0});
    });
    if (!read)
        return fail(read.error());
    return known;
}

} // namespace

Inbox::Inbox(Database &database)
    : m_database(database)
{
}

Result<QList<InboxEntry>> Inbox::entries(int most) const
{
    Query query(m_database, ENTRY_COLUMNS "ORDER BY number DESC LIMIT ?");
    query.bind(most);
    return entriesFrom(query);
}

Result<QList<InboxEntry>> Inbox::entriesAfter(qint64 number, int most) const
{
    Query query(m_database, ENTRY_COLUMNS "AND number > ? ORDER BY number LIMIT ?");
    query.bind(number, most);
    return entriesFrom(query);
}

Result<qint64> Inbox::count() const
{
    return Query(m_database, "SELECT count(*) FROM inbox WHERE state = 'new'").oneNumber();
}

/// The newest first, as it is shown.
Result<std::optional<InboxEntry>> Inbox::nextToInspect() const
{
    Query query(m_database, ENTRY_COLUMNS "AND inspected = 0 ORDER BY number DESC LIMIT 1");
    const Result<bool> row = query.step();
    if (!row)
        return fail(row.error());
    return *row ? std::optional(entryFrom(query)) : std::nullopt;
}

Done Inbox::watch(const QString &folder, const QDateTime &since)
{
    return Query(m_database, "INSERT OR IGNORE INTO inbox_folders (folder, since, looked_at) VALUES (?, ?, 0)")
        .bind(folder, since)
        .run();
}

Result<std::optional<QDateTime>> Inbox::firstLook(const QString &folder) const
{
    Query query(m_database, "SELECT since FROM inbox_folders WHERE folder = ? AND looked_at = 0");
    query.bind(folder);
    const Result<bool> row = query.step();
    if (!row)
        return fail(row.error());
    return *row ? std::optional(query.time(0)) : std::nullopt;
}

Done Inbox::endFirstLook(const QString &folder)
{
    return Query(m_database, "UPDATE inbox_folders SET looked_at = 1 WHERE folder = ?").bind(folder).run();
}

Done Inbox::takeEarlier(const QString &folder)
{
    return told(inTransaction(
        m_database, [&] { return endFirstLook(folder); },
        [&] {
            return Query(m_database, "UPDATE inbox SET state = 'new' WHERE state = 'earlier' AND" IN_FOLDER)
                .bind(folder, folder)
                .run();
        }));
}

Done Inbox::leaveFolder(const QString &folder)
{
    return told(inTransaction(
        m_database, [&] { return Query(m_database, "DELETE FROM inbox_folders WHERE folder = ?").bind(folder).run(); },
        [&] {
            return Query(m_database, "DELETE FROM inbox WHERE state IN ('new', 'earlier') AND" IN_FOLDER)
                .bind(folder, folder)
                .run();
        }));
}

Done Inbox::passOver(const QList<FoundFile> &files)
{
    return put(files, "earlier");
}

Done Inbox::take(const QList<FoundFile> &files)
{
    return told(put(files, "new"));
}

Done Inbox::put(const QList<FoundFile> &files, const QByteArray &state)
{
    return inTransaction(m_database, [&]() -> Done {
        for (const FoundFile &file : files) {
            Query put(m_database,
                      "INSERT INTO inbox (path, size, modified_at, state, inspected, sha256, problem, remark)"
                      " VALUES (?, ?, ?, ?, 0, x'', '', '')"
                      " ON CONFLICT (path) DO UPDATE SET size = excluded.size, modified_at = excluded.modified_at,"
                      " state = excluded.state, inspected = 0, sha256 = x'', duration = NULL,"
                      " problem = '', remark = ''"
                      " WHERE inbox.size <> excluded.size OR inbox.modified_at <> excluded.modified_at");
            put.bind(file.path, file.size, file.modifiedAt, QString::fromLatin1(state));
            if (Done done = put.run(); !done)
                return done;
        }
        return {};
    });
}

/// Where the file was written to meanwhile, the row is of another one, and this tells nothing of it.
Done Inbox::keepInspection(const InboxEntry &entry)
{
    std::optional<qint64> duration;
    if (entry.duration)
        duration = entry.duration->count();
    Query keep(m_database, "UPDATE inbox SET inspected = 1, sha256 = ?, duration = ?, problem = ?, remark = ?"
                           " WHERE number = ? AND size = ? AND modified_at = ?");
    keep.bind(entry.sha256, duration, entry.problem, entry.remark, entry.number, entry.file.size,
              entry.file.modifiedAt);
    return told(keep.run());
}

Done Inbox::dismiss(const QList<qint64> &numbers)
{
    return setState(numbers, "UPDATE inbox SET state = 'dismissed' WHERE number = ? AND state = 'new'");
}

Done Inbox::bringBack(const QList<qint64> &numbers)
{
    return setState(numbers, "UPDATE inbox SET state = 'new' WHERE number = ? AND state = 'dismissed'");
}

Done Inbox::forget(const QList<qint64> &numbers)
{
    return setState(numbers, "DELETE FROM inbox WHERE number = ? AND state = 'new'");
}

Done Inbox::setState(const QList<qint64> &numbers, const QByteArray &sql)
{
    return told(inTransaction(m_database, [&]() -> Done {
        for (const qint64 number : numbers)
            if (Done done = Query(m_database, sql).bind(number).run(); !done)
                return done;
        return {};
    }));
}

Result<QList<Inbox::Known>> Inbox::knownAfter(const QString &folder, qint64 number, int most) const
{
    Query query(m_database,
                "SELECT number, path, size, modified_at, state = 'new' FROM inbox WHERE number > ? AND" IN_FOLDER
                "ORDER BY number LIMIT ?");
    query.bind(number, folder, folder, most);
    return knownFrom(query);
}

Result<QList<Inbox::Known>> Inbox::newAfter(const QString &folder, qint64 number, int most) const
{
    Query query(m_database,
                "SELECT number, path, size, modified_at, 1 FROM inbox WHERE state = 'new' AND number > ? AND" IN_FOLDER
                "ORDER BY number LIMIT ?");
    query.bind(number, folder, folder, most);
    return knownFrom(query);
}

Done Inbox::markFiled(Database &database, const FoundFile &file, QUuid uploadId)
{
    Query mark(database,
               "INSERT INTO inbox (path, size, modified_at, state, upload_id, inspected, sha256, problem, remark)"
               " SELECT ?, ?, ?, 'filed', ?, 0, x'', '', '' WHERE EXISTS"
               " (SELECT 1 FROM inbox_folders WHERE substr(?, 1, length(folder) + 1) = folder || '/')"
               " OR EXISTS (SELECT 1 FROM inbox WHERE path = ?)"
               " ON CONFLICT (path) DO UPDATE SET size = excluded.size, modified_at = excluded.modified_at,"
               " state = 'filed', upload_id = excluded.upload_id");
    mark.bind(file.path, file.size, file.modifiedAt, RecordingRows::uploadIdText(uploadId), file.path, file.path);
    return mark.run();
}

Done Inbox::told(Done done)
{
    if (done)
        Q_EMIT changed();
    return done;
}

} // namespace Holdfast
