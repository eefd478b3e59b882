// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/RecordingDrafts.h"

#include "sqlite/Query.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Holdfast {

namespace {

QLatin1String wordOf(RecordingField field)
{
    switch (field) {
    case RecordingField::Notes:
        return QLatin1String("notes");
    case RecordingField::Disposition:
        return QLatin1String("disposition");
    }
    Q_UNREACHABLE();
}

RecordingField fieldOf(const QString &word)
{
    return word == wordOf(RecordingField::Disposition) ? RecordingField::Disposition : RecordingField::Notes;
}

constexpr const char *columns = "SELECT recording, field, problem, text, base, theirs, sent, unfinished FROM drafts ";

/// A JSON array; a text that is none was the last that an older program has sent.
QStringList sentFrom(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isArray())
        return {text};
    QStringList sent;
    for (const QJsonValue &one : document.array())
        sent.append(one.toString());
    return sent;
}

std::optional<Sealed> sealedArray(const QStringList &sent)
{
    if (sent.isEmpty())
        return std::nullopt;
    const QByteArray json = QJsonDocument(QJsonArray::fromStringList(sent)).toJson(QJsonDocument::Compact);
    return Sealed(QString::fromUtf8(json));
}

Result<RecordingDraft> fromRow(const Query &query)
{
    RecordingDraft draft{{query.text(0), fieldOf(query.text(1))}, {}, {}, std::nullopt, {}, query.text(2)};
    std::array<QString, 4> texts;
    for (size_t i = 0; i < texts.size(); ++i) {
        Result<QString> text = query.sealedText(static_cast<int>(i) + 3);
        if (!text)
            return fail(text.error());
        texts[i] = *text;
    }
    draft.text = texts[0];
    draft.base = texts[1];
    if (!query.isNull(5))
        draft.theirs = texts[2];
    if (!query.isNull(6))
        draft.sent = sentFrom(texts[3]);
    draft.isUnfinished = query.number(7) != 0;
    return draft;
}

Result<std::optional<RecordingDraft>> read(Database &database, const DraftOf &of)
{
    Query query(database, QByteArray(columns) + "WHERE recording = ? AND field = ?");
    query.bind(of.recording, wordOf(of.field));
    const Result<bool> row = query.step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return std::nullopt;
    return fromRow(query);
}

std::optional<Sealed> sealed(const std::optional<QString> &text)
{
    return text ? std::optional(Sealed(*text)) : std::nullopt;
}

/// Of one that is there.
Done rewrite(Database &database, const RecordingDraft &draft)
{
    return Query(database, "UPDATE drafts SET text = ?, base = ?, theirs = ?, sent = ?, problem = ?,"
                           " unfinished = ? WHERE recording = ? AND field = ?")
        .bind(Sealed(draft.text), Sealed(draft.base), sealed(draft.theirs), sealedArray(draft.sent), draft.problem,
              draft.isUnfinished, draft.of.recording, wordOf(draft.of.field))
        .run();
}

Done remove(Database &database, const DraftOf &of)
{
    return Query(database, "DELETE FROM drafts WHERE recording = ? AND field = ?")
        .bind(of.recording, wordOf(of.field))
        .run();
}

/// What becomes of the draft, where there is one.
template <class Change> Done change(Database &database, const DraftOf &of, Change change)
{
    Result<std::optional<RecordingDraft>> draft = read(database, of);
    if (!draft)
        return fail(draft.error());
    if (!*draft)
        return {};
    change(**draft);
    return rewrite(database, **draft);
}

} // namespace

RecordingDrafts::RecordingDrafts(Database &database)
    : m_database(database)
{
}

Result<std::optional<RecordingDraft>> RecordingDrafts::find(const DraftOf &of) const
{
    return read(m_database, of);
}

Done RecordingDrafts::written(const DraftOf &of, const Done &done)
{
    if (done)
        Q_EMIT changed(of.recording);
    return done;
}

Result<QList<RecordingDraft>> RecordingDrafts::ofRecordings(const QStringList &recordings) const
{
    const QByteArray json = QJsonDocument(QJsonArray::fromStringList(recordings)).toJson(QJsonDocument::Compact);
    Query query(m_database, QByteArray(columns) + "WHERE recording IN (SELECT value FROM json_each(?))");
    query.bind(QString::fromUtf8(json));
    QList<RecordingDraft> drafts;
    for (;;) {
        const Result<bool> row = query.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return drafts;
        Result<RecordingDraft> draft = fromRow(query);
        if (!draft)
            return fail(draft.error());
        drafts.append(*std::move(draft));
    }
}

Done RecordingDrafts::put(const DraftOf &of, const QString &text, const QString &base, bool isUnfinished)
{
    return Query(m_database, "INSERT INTO drafts (recording, field, text, base, problem, unfinished)"
                             " VALUES (?, ?, ?, ?, '', ?) ON CONFLICT (recording, field) DO UPDATE"
                             " SET text = excluded.text, problem = '', unfinished = excluded.unfinished")
        .bind(of.recording, wordOf(of.field), Sealed(text), Sealed(base), isUnfinished)
        .run();
}

/// Whether what was typed was taken back before anybody heard of it.
Result<bool> RecordingDrafts::isUndone(const DraftOf &of, const QString &text) const
{
    const Result<std::optional<RecordingDraft>> draft = read(m_database, of);
    if (!draft)
        return fail(draft.error());
    return *draft && (*draft)->isUnfinished && !(*draft)->theirs && (*draft)->sent.isEmpty() && (*draft)->base == text;
}

Done RecordingDrafts::write(const DraftOf &of, const QString &text, const QString &base)
{
    const Result<bool> isNothing = isUndone(of, text);
    if (!isNothing)
        return fail(isNothing.error());
    const Done done = written(of, *isNothing ? remove(m_database, of) : put(of, text, base, false));
    if (done)
        Q_EMIT pendingChanged();
    return done;
}

Done RecordingDrafts::keepUnfinished(const DraftOf &of, const QString &text, const QString &base)
{
    return written(of, put(of, text, base, true));
}

Done RecordingDrafts::leaveUnfinished(Database &database)
{
    return Query(database, "UPDATE drafts SET problem = ? WHERE unfinished = 1")
        .bind(tr("This was being typed when Holdfast ended. It is kept on this computer, and sent once you finish it: "
                 "press Enter in it."))
        .run();
}

Done RecordingDrafts::decide(const DraftOf &of, const QString &text)
{
    const Done done = written(of, change(m_database, of, [&](RecordingDraft &draft) {
                                  draft.text = text;
                                  draft.base = draft.theirs.value_or(draft.base);
                                  draft.theirs.reset();
                                  draft.problem.clear();
                                  draft.isUnfinished = false;
                              }));
    if (done)
        Q_EMIT pendingChanged();
    return done;
}

Result<std::optional<RecordingDraft>> RecordingDrafts::nextPending(const QStringList &skipped) const
{
    Query query(m_database, QByteArray(columns) + "WHERE theirs IS NULL AND problem = '' AND unfinished = 0");
    for (;;) {
        const Result<bool> row = query.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return std::nullopt;
        if (!skipped.contains(query.text(0)))
            return fromRow(query);
    }
}

Done RecordingDrafts::markTold(const DraftOf &of, const QString &told)
{
    Result<std::optional<RecordingDraft>> draft = read(m_database, of);
    if (!draft)
        return fail(draft.error());
    if (!*draft)
        return written(of, {});
    if ((*draft)->text != told) {
        (*draft)->base = told;
        return written(of, rewrite(m_database, **draft));
    }
    return written(of, remove(m_database, of));
}

Done RecordingDrafts::markSending(const DraftOf &of, const QString &text)
{
    return change(m_database, of, [&](RecordingDraft &draft) {
        if (!draft.sent.contains(text))
            draft.sent.append(text);
    });
}

Done RecordingDrafts::compare(Database &database, const DraftOf &of, const QString &text)
{
    return change(database, of, [&](RecordingDraft &draft) {
        const bool wasSent = draft.sent.contains(text);
        const bool isTheirs = text != draft.base && text != draft.text && !wasSent;
        draft.theirs = isTheirs ? std::optional(text) : std::nullopt;
        if (wasSent)
            draft.base = text;
    });
}

Done RecordingDrafts::markServerHas(const DraftOf &of, const QString &text)
{
    return written(of, compare(m_database, of, text));
}

Result<bool> RecordingDrafts::isOwn(Database &database, const DraftOf &of, const QString &text)
{
    const Result<std::optional<RecordingDraft>> draft = read(database, of);
    if (!draft)
        return fail(draft.error());
    return *draft && (text == (*draft)->text || (*draft)->sent.contains(text));
}

Done RecordingDrafts::markConflict(const DraftOf &of, const QString &theirs)
{
    return written(of, change(m_database, of, [&](RecordingDraft &draft) { draft.theirs = theirs; }));
}

Done RecordingDrafts::markProblem(const DraftOf &of, const QString &sentence)
{
    return written(of, change(m_database, of, [&](RecordingDraft &draft) { draft.problem = sentence; }));
}

Result<qint64> RecordingDrafts::unsent() const
{
    return Query(m_database, "SELECT count(*) FROM drafts").oneNumber();
}

Result<QList<DraftOf>> RecordingDrafts::needingPerson() const
{
    Query query(m_database, "SELECT recording, field FROM drafts WHERE theirs IS NOT NULL OR problem <> ''"
                            " ORDER BY recording, field");
    QList<DraftOf> needing;
    if (const Done read = query.each([&] { needing.append({query.text(0), fieldOf(query.text(1))}); }); !read)
        return fail(read.error());
    return needing;
}

} // namespace Holdfast
