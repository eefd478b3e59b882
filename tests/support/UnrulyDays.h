// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/ServerProcess.h"
#include "support/UnrulyDay.h"

#include <QEventLoop>
#include <QJsonArray>

#include <algorithm>
#include <set>

namespace Holdfast::Testing {

/// Many days of agents, several side by side, on one server of its own, which is killed in the midst of them and starts
/// again. In the end the server must keep exactly what the days left to it.
class UnrulyDays
{
public:
    struct Outcome
    {
        QStringList problems;
        int recordings = 0;
        int annotations = 0;
        int serverKills = 0;
        int clientKills = 0;
        std::array<int, UnrulyLink::tricks> played{};
    };

    explicit UnrulyDays(const QString &serverProgram)
        : m_program(serverProgram)
    {
        startServer();
    }

    /// Those of the seeds from `first`, so many.
    Outcome run(quint32 first, quint32 howMany, qsizetype sideBySide)
    {
        m_next = first;
        m_end = first + howMany;
        while (m_days.size() < static_cast<size_t>(sideBySide) && m_next < m_end)
            beginOne();
        m_until.exec();
        check();
        m_server->stop();
        checkProgram();
        return m_outcome;
    }

private:
    static constexpr quint32 daysBetweenKills = 40;

    void startServer()
    {
        m_server = std::make_unique<ServerProcess>(m_program, m_folder.path());
        m_account = Account::signIn(m_server->url(), "alice", "holdfast-demo");
        BlockingHttp http(m_server->url());
        http.send(http.head("GET", "/api/auth/me", m_account.authorization()));
        m_me = UserId{http.receive().json()[QLatin1String("id")].toInteger()};
    }
    void beginOne()
    {
        auto day = std::make_unique<UnrulyDay>(m_server->url(), m_account, m_me, m_next++);
        day->ended = [this, of = day.get()] {
            QMetaObject::invokeMethod(
                &m_until, [this, of] { ended(of); }, Qt::QueuedConnection);
        };
        m_days.insert(std::move(day));
    }
    void ended(UnrulyDay *day)
    {
        if (!day->problem.isEmpty())
            m_outcome.problems.append(day->problem);
        m_expected += day->expected;
        m_outcome.clientKills += day->kills();
        for (size_t trick = 0; trick < m_outcome.played.size(); ++trick)
            m_outcome.played[trick] += day->link().played(static_cast<UnrulyLink::Trick>(trick));
        const quint32 seed = day->seed();
        std::erase_if(m_days, [day](const auto &one) { return one.get() == day; });
        if (seed % daysBetweenKills == 0)
            killServer();
        if (m_next < m_end)
            beginOne();
        else if (m_days.empty())
            m_until.quit();
    }
    void killServer()
    {
        ++m_outcome.serverKills;
        m_server->kill();
        startServer();
        for (const auto &day : m_days)
            day->signInAgain(m_server->url(), m_account.token);
    }

    QByteArray get(BlockingHttp &http, const QByteArray &path) const
    {
        http.send(http.head("GET", path, m_account.authorization()));
        return http.receive().body;
    }
    void check()
    {
        BlockingHttp http(m_server->url());
        const QJsonArray listed =
            QJsonDocument::fromJson(get(http, "/api/leads/" + QByteArray::number(m_account.lead) + "/recordings"))
                .array();
        QHash<QByteArray, QList<QJsonObject>> kept;
        for (const QJsonValue &recording : listed)
            if (recording[QLatin1String("originalName")].toString().startsWith(QStringLiteral("day-")))
                kept[QByteArray::fromHex(recording[QLatin1String("sha256")].toString().toLatin1())].append(
                    recording.toObject());
        for (const Expected &expected : std::as_const(m_expected)) {
            const QList<QJsonObject> found = kept.take(expected.sha256);
            if (found.size() == 1)
                checkOne(http, expected, found.first());
            else
                problem(QStringLiteral("a recording is there %1 times").arg(found.size()));
        }
        if (!kept.isEmpty())
            problem(QStringLiteral("%1 recordings are there that nobody attached").arg(kept.size()));
    }
    void checkOne(BlockingHttp &http, const Expected &expected, const QJsonObject &kept)
    {
        const QString name = kept[QLatin1String("originalName")].toString();
        const QByteArray path = "/api/recordings/" + QByteArray::number(kept[QLatin1String("id")].toInteger());
        const QByteArray bytes = get(http, path + "/download");
        if (QCryptographicHash::hash(bytes, QCryptographicHash::Sha256) != expected.sha256)
            problem(QStringLiteral("%1 is not what was attached").arg(name));
        if (const QString notes = kept[QLatin1String("notes")].toString(); notes != expected.notes)
            problem(QStringLiteral("%1: notes are “%2” and not “%3”").arg(name, notes, expected.notes));
        QStringList texts;
        for (const QJsonValue &annotation : QJsonDocument::fromJson(get(http, path + "/annotations")).array())
            texts.append(annotation[QLatin1String("text")].toString());
        QStringList typed = expected.annotations.values();
        texts.sort();
        typed.sort();
        if (texts != typed)
            problem(QStringLiteral("%1: annotations are “%2” and not “%3”")
                        .arg(name, texts.join(QStringLiteral("”, “")), typed.join(QStringLiteral("”, “"))));
        ++m_outcome.recordings;
        m_outcome.annotations += static_cast<int>(typed.size());
    }
    /// Every row has its file, and every file its row.
    void checkProgram()
    {
        QProcess check;
        check.setProcessChannelMode(QProcess::MergedChannels);
        check.start(m_program, {QStringLiteral("--data"), m_folder.path(), QStringLiteral("check")});
        if (!check.waitForFinished(60'000) || check.exitCode() != 0)
            problem(QString::fromUtf8(check.readAll()));
    }
    void problem(const QString &what) { m_outcome.problems.append(what); }

    const QString m_program;
    QTemporaryDir m_folder;
    std::unique_ptr<ServerProcess> m_server;
    Account m_account;
    UserId m_me;
    QEventLoop m_until;
    std::set<std::unique_ptr<UnrulyDay>> m_days;
    quint32 m_next = 0;
    quint32 m_end = 0;
    QList<Expected> m_expected;
    Outcome m_outcome;
};

} // namespace Holdfast::Testing
