// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/SecretKey.h"
#include "local/RecordingKey.h"
#include "support/BlockingHttp.h"
#include "support/Tone.h"
#include "support/UnrulyLink.h"
#include "sync/ChangePull.h"
#include "sync/RemarksPush.h"
#include "sync/SyncLoop.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <functional>

namespace Holdfast::Testing {

/// What the server must keep of one recording in the end: exactly this.
struct Expected
{
    QByteArray sha256;
    QString notes;
    QHash<QUuid, QString> annotations; ///< by their ids on the client
};

/// An agent's day over an unruly line, as a seed says: recordings are attached, notes and annotations are typed on
/// them, changed and removed while all of it is on its way; the client is killed in the midst of it and starts again
/// from what lies on its disk. In one thread, with an event loop; several can go on side by side.
class UnrulyDay : public QObject
{
public:
    UnrulyDay(const QUrl &server, const Account &account, UserId me, quint32 seed)
        : m_link(server, seed, 1 + static_cast<int>(seed % 12))
        , m_account(account)
        , m_chance(seed * 2'654'435'761U)
        , m_me(me)
        , m_seed(seed)
        , m_key(SecretKey::random())
        , m_folder(std::make_unique<QTemporaryDir>())
    {
        script();
        open();
        m_since.start();
        m_step.setSingleShot(true);
        connect(&m_step, &QTimer::timeout, this, [this] { step(); });
        m_step.start(0);
    }
    ~UnrulyDay() override { close(); }

    std::function<void()> ended; ///< called once; from then on isOver
    QString problem;             ///< what went wrong; empty: nothing
    QList<Expected> expected;    ///< once it has ended
    UnrulyLink &link() { return m_link; }
    quint32 seed() const { return m_seed; }
    int kills() const { return m_kills; }

    /// After the server has come back elsewhere.
    void signInAgain(const QUrl &server, const QByteArray &token)
    {
        m_link.leadTo(server);
        m_account.token = token;
        m_api->setToken(token);
    }

private:
    static constexpr qint64 patience = 300'000; // ms; of a machine that may have much else to do

    QString path(const QString &file) const { return m_folder->filePath(file); }
    static QString sealedName(QUuid uploadId) { return uploadId.toString(QUuid::WithoutBraces); }

    void open()
    {
        m_api = std::make_unique<ApiClient>();
        m_api->setServer(m_link.url());
        m_api->setToken(m_account.token);
        m_store = std::move(*LocalStore::open(path(QStringLiteral("local.sqlite"))));
        m_cache = std::move(*SealedCache::open(path(QStringLiteral("cache")), m_key.clone()));
        m_loop = std::make_unique<SyncLoop>(*m_api, *m_store, m_cache,
                                            OutboxPush(&QDateTime::currentDateTimeUtc, [] { return 0.5; }));
        m_remarks = std::make_unique<RemarksPush>(*m_api, *m_store, nullptr, std::chrono::milliseconds(10));
        connect(m_remarks.get(), &RemarksPush::problem, this, [this](const QString &sentence) { fail(sentence); });
        if (m_seed % 4 == 0) {
            const std::chrono::milliseconds soon{10};
            m_pull = std::make_unique<ChangePull>(
                *m_api, *m_store, m_cache, User{m_me, {}, {}, Role::Agent}, [] { return 0.5; },
                PullPace{std::chrono::seconds(1), soon, soon * 10});
            m_pull->start();
        }
        m_loop->start();
        m_remarks->start();
    }
    void close()
    {
        m_pull.reset();
        m_remarks.reset();
        m_loop.reset();
        m_cache.reset();
        m_store.reset();
        m_api.reset();
    }
    /// What a kill at this moment leaves, and what the next start makes of it.
    void killAndStartAgain()
    {
        ++m_kills;
        auto left = std::make_unique<QTemporaryDir>();
        const auto copy = [&](const QString &file) {
            if (QFile::exists(path(file)) && !QFile::copy(path(file), left->filePath(file)))
                fail(QStringLiteral("%1 could not be copied").arg(file));
        };
        for (const char *file : {"local.sqlite", "local.sqlite-wal"})
            copy(QString::fromLatin1(file));
        QDir(left->path()).mkdir(QStringLiteral("cache"));
        for (const QString &file : QDir(path(QStringLiteral("cache"))).entryList(QDir::Files))
            copy(QStringLiteral("cache/") + file);
        close();
        m_folder = std::move(left);
        open();
    }

    void script()
    {
        const int recordings = 1 + static_cast<int>(m_chance.bounded(2));
        for (int i = 0; i < recordings; ++i)
            m_script.append([this, i] { attach(i); });
        const int remarks = static_cast<int>(m_chance.bounded(9));
        for (int i = 0; i < remarks; ++i)
            m_script.append([this] { remark(); });
        if (m_chance.bounded(3) == 0)
            m_script.insert(m_script.size() - static_cast<int>(m_chance.bounded(3)) % m_script.size(),
                            [this] { killAndStartAgain(); });
    }
    void step()
    {
        if (!problem.isEmpty() || m_isOver)
            return;
        if (m_since.elapsed() > patience)
            return fail(QStringLiteral("it does not come to an end: %1").arg(whatWaits()));
        if (!m_script.isEmpty()) {
            m_script.takeFirst()();
            hurry();
            // Some type before anything is sent, others while it is.
            const int longest = m_seed % 2 == 0 ? 20 : 120;
            m_step.start(static_cast<int>(m_chance.bounded(2)) * static_cast<int>(m_chance.bounded(longest)));
            return;
        }
        hurry();
        lookForProblems();
        if (problem.isEmpty() && m_loop->waiting() == 0 && unsent() == 0 && m_link.isQuiet()) {
            if (const auto left = m_store->outbox(); !left || !left->isEmpty())
                return fail(QStringLiteral("nothing waits, says the loop, while the outbox holds some"));
            return end();
        }
        m_step.start(3);
    }
    /// An impatient person presses "Retry" at each failure.
    void hurry()
    {
        const auto waiting = m_store->outbox();
        for (const LocalRecording &recording : waiting ? *waiting : QList<LocalRecording>())
            if (recording.state == TransferState::Waiting && !recording.problem.isEmpty())
                m_loop->retry(recording.uploadId);
    }
    qint64 unsent() const
    {
        return m_store->annotations().unsent().value_or(1) + m_store->drafts().unsent().value_or(1);
    }
    QString whatWaits() const
    {
        return QStringLiteral("%1 recordings, %2 remarks").arg(m_loop->waiting()).arg(unsent());
    }
    void lookForProblems()
    {
        if (m_loop->unsendable() > 0)
            fail(QStringLiteral("an upload was parked"));
        for (const auto &[uploadId, of] : m_expected.asKeyValueRange()) {
            const QString key = recordingKey(uploadId, {});
            if (const auto draft = m_store->drafts().find({key, RecordingField::Notes}); draft && *draft)
                if ((*draft)->theirs || !(*draft)->problem.isEmpty())
                    return fail(QStringLiteral("notes “%1” over “%2” are called a conflict with “%3” %4")
                                    .arg((*draft)->text, (*draft)->base, (*draft)->theirs.value_or(QString()),
                                         (*draft)->problem));
            for (const QUuid &id : m_written)
                if (const auto found = m_store->annotations().find(id); found && !found->problem.isEmpty())
                    return fail(QStringLiteral("an annotation is refused: ") + found->problem);
        }
    }
    void fail(const QString &what)
    {
        if (m_isOver)
            return;
        problem = QStringLiteral("seed %1: %2").arg(m_seed).arg(what);
        end();
    }
    void end()
    {
        m_isOver = true;
        expected = m_expected.values();
        ended();
    }

    void attach(int number)
    {
        const qint64 size = m_seed % 20 == 0 ? 300'000 : 1'500 + m_chance.bounded(6'000);
        QByteArray bytes = distinctCall(size, m_chance);
        LocalRecording recording;
        recording.uploadId = QUuid::createUuid();
        recording.leadId = LeadId{m_account.lead};
        recording.name = QStringLiteral("day-%1-%2.wav").arg(m_seed).arg(number);
        recording.fileSize = bytes.size();
        recording.sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
        recording.attachedAt = QDateTime::currentDateTimeUtc();
        QBuffer source(&bytes);
        if (!source.open(QIODevice::ReadOnly) || !m_cache->put(sealedName(recording.uploadId), source) ||
            !m_store->attach({recording}))
            return fail(QStringLiteral("a recording could not be attached"));
        m_expected.insert(recording.uploadId, {recording.sha256, {}, {}});
        m_uploads.append(recording.uploadId);
    }
    void remark()
    {
        const QUuid of = m_uploads.at(m_chance.bounded(static_cast<int>(m_uploads.size())));
        Expected &expects = m_expected[of];
        const QString text = QStringLiteral("text %1").arg(++m_texts);
        const QString key = recordingKey(of, {});
        QList<QUuid> ids; // in their order, so that a seed tells all
        for (const QUuid &id : std::as_const(m_written))
            if (expects.annotations.contains(id))
                ids.append(id);
        const quint32 what = m_chance.bounded(5U);
        if (what < 2) {
            const auto now = m_store->find(of);
            if (!now || !m_store->drafts().write({key, RecordingField::Notes}, text,
                                                 now->remote ? now->remote->notes : now->notes))
                return fail(QStringLiteral("notes could not be typed"));
            expects.notes = text;
        } else if (what == 2 || ids.isEmpty()) {
            LocalAnnotation made;
            made.localId = QUuid::createUuid();
            made.annotation.text = text;
            made.annotation.authorId = m_me;
            made.annotation.createdAt = made.annotation.updatedAt = QDateTime::currentDateTimeUtc();
            if (!m_store->annotations().add(key, made))
                return fail(QStringLiteral("an annotation could not be typed"));
            expects.annotations.insert(made.localId, text);
            m_written.append(made.localId);
        } else {
            const QUuid id = ids.at(m_chance.bounded(static_cast<int>(ids.size())));
            auto now = m_store->annotations().find(id);
            if (!now)
                return fail(QStringLiteral("an annotation went by itself"));
            now->annotation.text = text;
            const Done done = what == 3 ? m_store->annotations().change(*now) : m_store->annotations().remove(id);
            if (!done)
                return fail(QStringLiteral("an annotation could not be changed"));
            if (what == 3)
                expects.annotations.insert(id, text);
            else
                expects.annotations.remove(id);
        }
    }

    UnrulyLink m_link;
    Account m_account;
    QRandomGenerator m_chance;
    const UserId m_me;
    const quint32 m_seed;
    const SecretKey m_key;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<LocalStore> m_store;
    std::shared_ptr<SealedCache> m_cache;
    std::unique_ptr<SyncLoop> m_loop;
    std::unique_ptr<RemarksPush> m_remarks;
    std::unique_ptr<ChangePull> m_pull;
    QList<std::function<void()>> m_script;
    QHash<QUuid, Expected> m_expected; ///< by upload
    QList<QUuid> m_uploads;
    QList<QUuid> m_written; ///< annotations
    QTimer m_step;
    QElapsedTimer m_since;
    int m_texts = 0;
    int m_kills = 0;
    bool m_isOver = false;
};

} // namespace Holdfast::Testing
