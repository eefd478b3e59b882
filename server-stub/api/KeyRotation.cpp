// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/KeyRotation.h"

#include "api/Log.h"
#include "records/WrappingKeys.h"

#include <QMutexLocker>

namespace Holdfast {

namespace {

constexpr qint64 mostTold = 20; // of the rows that can't be moved; their number is told at the end

/// Whether anything that can be opened here is under another key than the current one. Quick, for any number of rows.
Result<bool> isAnythingLeft(Database &database, const KeyRing &ring)
{
    const QString current = ring.currentKeyId();
    const QList<KeyRing::Facts> keys = ring.keys();
    for (const auto &rows : allWrappedRows())
        for (const KeyRing::Facts &key : keys) {
            if (key.id == current)
                continue;
            const auto left = rows->under(database, key.id, {}, 1);
            if (!left)
                return fail(left.error());
            if (!left->isEmpty())
                return true;
        }
    return false;
}

} // namespace

KeyRotation::KeyRotation(DataFolder &data, Clock clock, std::chrono::milliseconds pause)
    : m_data(data)
    , m_clock(std::move(clock))
    , m_pause(pause)
{
    m_pool.setMaxThreadCount(1);
}

KeyRotation::~KeyRotation()
{
    stop();
}

void KeyRotation::stop()
{
    {
        const QMutexLocker lock(&m_mutex);
        m_stopping = true;
    }
    m_stop.wakeAll();
    m_pool.waitForDone();
}

void KeyRotation::look()
{
    if (!m_stopping)
        m_pool.start([this] { work(); });
}

void KeyRotation::work()
{
    while (!m_stopping) {
        const Done done = run();
        if (done || done.error().kind == FailureKind::Cancelled)
            return;
        qCWarning(logApi).noquote() << "the rotation of the key-encryption key goes on in a moment:"
                                    << done.error().message << done.error().detail;
        QMutexLocker lock(&m_mutex);
        if (!m_stopping)
            m_stop.wait(&m_mutex, QDeadlineTimer(m_pause));
    }
}

/// One that an attempt before made, and that nothing was ever wrapped under; else a new one. A file is never taken away
/// after a commit that failed: it may have been written all the same.
Result<QString> KeyRotation::nextKey()
{
    const Result<Database *> database = m_data.connections().ofThisThread();
    const Result<QList<WrappingKey>> rows = database ? WrappingKeys(**database).all() : fail(database.error());
    if (!rows)
        return fail(rows.error());
    const QList<KeyRing::Facts> keys = m_data.keys().keys();
    for (const KeyRing::Facts &key : keys) {
        const auto row =
            std::find_if(rows->begin(), rows->end(), [&](const WrappingKey &one) { return one.id == key.id; });
        const bool wasUsed = row != rows->end() && (row->currentFrom || row->retiredAt);
        if (key.isOurs && !wasUsed && key.id != m_data.keys().currentKeyId())
            return key.id;
    }
    return m_data.keys().make();
}

Result<QString> KeyRotation::begin(AuditEntry who)
{
    const Result<Database *> database = m_data.connections().ofThisThread();
    const auto underWay = database ? KeyRotations(**database).underWay() : fail(database.error());
    KeyRing &ring = m_data.keys();
    const Result<bool> isLeft = underWay ? isAnythingLeft(**database, ring) : fail(underWay.error());
    if (!isLeft)
        return fail(isLeft.error());
    const bool isOutside = ring.isCurrentFromOutside();
    if (isOutside && !*underWay && !*isLeft)
        return fail(
            FailureKind::Conflict,
            QStringLiteral("The key-encryption key comes from outside (HOLDFAST_KEK_FILE), and everything that "
                           "can be opened is sealed under it already. To rotate, make a new key file, name it in "
                           "HOLDFAST_KEK_FILE and the one until now in HOLDFAST_OLD_KEK_FILES, start the server "
                           "anew, and ask again."));
    const Result<QString> next = isOutside || *underWay ? ring.currentKeyId() : nextKey();
    if (!next)
        return next;
    who.at = m_clock();
    who.action = QStringLiteral("key-rotation-begin");
    const Done begun =
        m_data.writes()
            .submit<void>([this, next = *next, who](Database &writer) { return beginIn(writer, next, who); })
            .result();
    if (!begun)
        return fail(begun.error());
    if (const Done used = ring.use(*next); !used)
        return fail(used.error());
    return next;
}

Done KeyRotation::beginIn(Database &database, const QString &keyId, const AuditEntry &who) const
{
    KeyRotationRow rotation;
    rotation.toKeyId = keyId;
    rotation.begunAt = who.at;
    rotation.userId = who.userId;
    rotation.username = who.username;
    if (Done begun = KeyRotations(database).begin(rotation); !begun)
        return begun;
    WrappingKeys keys(database);
    const Result<QList<WrappingKey>> rows = keys.all();
    if (!rows)
        return fail(rows.error());
    const bool isNew =
        std::none_of(rows->begin(), rows->end(), [&](const WrappingKey &row) { return row.id == keyId; });
    const QList<KeyRing::Facts> held = m_data.keys().keys();
    for (const KeyRing::Facts &key : held)
        if (isNew && key.id == keyId)
            if (Done added = keys.add(keyId, key.fingerprint, who.at); !added)
                return added;
    if (Done made = keys.makeCurrent(keyId, who.at); !made)
        return made;
    AuditEntry entry = who;
    entry.detail.insert(QLatin1String("toKeyId"), keyId);
    return Audit(database).append(entry);
}

Done KeyRotation::run(const std::function<void(qint64)> &progress)
{
    const Result<Database *> database = m_data.connections().ofThisThread();
    const auto underWay = database ? KeyRotations(**database).underWay() : fail(database.error());
    if (!underWay)
        return fail(underWay.error());
    for (bool isOver = !*underWay; !isOver;) {
        const Result<Pass> done = round(**database, progress);
        if (!done)
            return fail(done.error());
        if (done->rewrapped > 0)
            continue; // what was on its way under the old key may have arrived meanwhile
        const Result<bool> ended = end(*done);
        if (!ended)
            return fail(ended.error());
        isOver = *ended;
    }
    return {};
}

Result<KeyRotation::Pass> KeyRotation::round(Database &database, const std::function<void(qint64)> &progress)
{
    Pass all;
    for (const auto &rows : allWrappedRows()) {
        const Result<QMap<QString, qint64>> counts = rows->countByKey(database);
        if (!counts)
            return fail(counts.error());
        for (auto one = counts->cbegin(); one != counts->cend(); ++one) {
            if (one.key() == m_data.keys().currentKeyId())
                continue;
            if (!m_data.keys().has(one.key()))
                all.missing += one.value();
            else if (const Done passed = pass(database, *rows, one.key(), all, progress); !passed)
                return fail(passed.error());
        }
    }
    return all;
}

Done KeyRotation::pass(Database &database, const WrappedRows &rows, const QString &keyId, Pass &pass,
                       const std::function<void(qint64)> &progress)
{
    QString after;
    for (;;) {
        if (m_stopping)
            return fail(FailureKind::Cancelled, QStringLiteral("The server is stopping."));
        const Result<QList<WrappedRows::Row>> old = rows.under(database, keyId, after, portionRows);
        if (!old)
            return fail(old.error());
        if (old->isEmpty())
            return {};
        after = old->last().id;
        const Result<qint64> moved = portion(rows, keyId, *old, pass);
        if (!moved)
            return fail(moved.error());
        pass.rewrapped += *moved;
        if (progress)
            progress(pass.rewrapped);
    }
}

/// The keys are opened and wrapped here, so that the writer only writes.
Result<qint64> KeyRotation::portion(const WrappedRows &rows, const QString &keyId, const QList<WrappedRows::Row> &old,
                                    Pass &pass)
{
    const KeyRing &ring = m_data.keys();
    QList<std::pair<WrappedRows::Row, KeyRing::Wrapped>> rewrapped;
    for (const WrappedRows::Row &row : old) {
        const QByteArray context = rows.context(row.id);
        const Result<SecretKey> key = ring.unwrap(row.wrapped, keyId, context);
        const Result<KeyRing::Wrapped> wrapped = key ? ring.wrap(*key, context) : fail(key.error());
        if (wrapped)
            rewrapped.append({row, *wrapped});
        else if (++pass.failed <= mostTold)
            qCWarning(logApi).noquote() << "the key of one of the" << rows.name() << row.id
                                        << "stays under the old key-encryption key:" << wrapped.error().message;
    }
    if (rewrapped.isEmpty())
        return 0;
    return m_data.writes()
        .submit<qint64>([&rows, rewrapped](Database &database) -> Result<qint64> {
            qint64 moved = 0;
            for (const auto &[row, wrapped] : rewrapped) {
                const Result<bool> done = rows.rewrap(database, row, wrapped.keyId, wrapped.bytes);
                if (!done)
                    return fail(done.error());
                moved += *done ? 1 : 0;
            }
            if (const Done noted = KeyRotations(database).addRewrapped(moved); !noted)
                return fail(noted.error());
            return moved;
        })
        .result();
}

/// False where something came under an old key since it was looked for. What does not open stays where it is.
Result<bool> KeyRotation::end(const Pass &last)
{
    return m_data.writes()
        .submit<bool>([this, last](Database &database) -> Result<bool> {
            const auto rotation = KeyRotations(database).underWay();
            const Result<bool> isLeft = rotation ? isAnythingLeft(database, m_data.keys()) : fail(rotation.error());
            if (!isLeft)
                return fail(isLeft.error());
            if (!*rotation)
                return true;
            if (*isLeft && last.failed == 0)
                return false;
            const QString keyId = m_data.keys().currentKeyId();
            const qint64 unreadable = last.failed + last.missing;
            AuditEntry entry;
            entry.at = m_clock();
            entry.userId = (*rotation)->userId;
            entry.username = (*rotation)->username;
            entry.action = QStringLiteral("key-rotation-end");
            entry.detail = {{QLatin1String("toKeyId"), keyId},
                            {QLatin1String("rewrapped"), (*rotation)->rewrapped},
                            {QLatin1String("unreadable"), unreadable}};
            if (const Done ended = KeyRotations(database).end(keyId, unreadable, entry.at); !ended)
                return fail(ended.error());
            if (const Done noted = Audit(database).append(entry); !noted)
                return fail(noted.error());
            return true;
        })
        .result();
}

} // namespace Holdfast
