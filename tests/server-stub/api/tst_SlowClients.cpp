// SPDX-License-Identifier: GPL-3.0-or-later
#include "SlowCrowd.h"
#include "api/OpenRecordings.h"

#include "fuzz/ServerUnderFire.h"
#include "server-stub/http/OpenFiles.h"

#include <QDirIterator>
#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;
using namespace std::chrono_literals;

namespace {

constexpr int ofEachKind = 300;
constexpr int searches = 20;

/// No limit of time, but for those that a test sets.
Http::Limits patient()
{
    Http::Limits limits;
    limits.headTime = limits.idleTime = limits.stallTime = limits.slowBodyTime = 10min;
    limits.connections = 2000;
    return limits;
}

} // namespace

class tst_SlowClients : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void keepNobodyFromSearching();
    void areEndedAndLeaveNothing();

private:
    void start(const Http::Limits &limits);
    int searchNow() const
    {
        const Heard heard = m_server->hear(
            m_server->filledIn("GET /api/recordings HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer $sam\r\n"
                               "Connection: close\r\n\r\n"));
        return heard.statuses.size() == 1 ? heard.statuses[0] : 0;
    }
    /// What lies in the two folders for files: what is on its way and what is kept.
    QStringList storedFiles() const
    {
        QStringList files;
        for (const char *folder : {"/incoming", "/recordings"})
            for (QDirIterator all(m_server->dataFolder() + QLatin1String(folder), QDir::Files,
                                  QDirIterator::Subdirectories);
                 all.hasNext();)
                files.append(all.next());
        return files;
    }
    qsizetype openOf(const char *folder) const
    {
        return filesOpenBelow(m_server->dataFolder() + QLatin1String(folder));
    }
    void fill(SlowCrowd &crowd) const
    {
        for (int i = 0; i < ofEachKind; ++i) {
            crowd.addSlowHeader();
            crowd.addSlowBody();
            crowd.addSlowReader();
        }
    }

    std::unique_ptr<ServerUnderFire> m_server;
};

void tst_SlowClients::initTestCase()
{
    if (!mayOpen(4096))
        QSKIP("this process may not open as many files and sockets as it takes");
}

void tst_SlowClients::start(const Http::Limits &limits)
{
    m_server.reset();
    m_server = std::make_unique<ServerUnderFire>([&limits](TestServer &server) { server.options.limits = limits; });
    m_server->uploadRecording(40);
}

void tst_SlowClients::keepNobodyFromSearching()
{
    start(patient());
    SlowCrowd crowd(m_server->port(), m_server->tokenOf("alice"), m_server->recording());
    fill(crowd);
    // All are in the middle of it: each upload has its file open, and each download its own.
    const auto isFull = [&] {
        return socketsAccepted(m_server->port()).size() == crowd.size() && openOf("/incoming") == ofEachKind &&
               openOf("/recordings") == ofEachKind;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isFull(), 60'000);
    for (int i = 0; i < searches; ++i) {
        crowd.dribble();
        QCOMPARE(searchNow(), 200);
    }
    QTRY_VERIFY(isFull()); // the last search may still be hanging up
    QCOMPARE(crowd.stillOpen(), crowd.size());
}

void tst_SlowClients::areEndedAndLeaveNothing()
{
    Http::Limits limits = patient();
    limits.headTime = limits.stallTime = limits.slowBodyTime = limits.lingerTime = 300ms;
    limits.bodyBytesPerSecond = 10'000;
    start(limits);
    const QStringList before = storedFiles();
    SlowCrowd crowd(m_server->port(), m_server->tokenOf("alice"), m_server->recording());
    fill(crowd);
    // Where a reader has not read, its end of the connection can't tell; the server's can.
    const auto areGone = [&] {
        crowd.dribble();
        return searchNow() == 200 && socketsAccepted(m_server->port()).empty();
    };
    bool gone = false; // looked at more than once, and a search has a connection of its own
    QTRY_VERIFY_WITH_TIMEOUT(gone = gone || areGone(), 60'000);
    QTRY_COMPARE(openOf("/incoming"), 0);
    QTRY_VERIFY(openOf("/recordings") <= OpenRecordings::mostIdleOfOne); // for the next who asks
    QCOMPARE(storedFiles(), before);
}

QTEST_GUILESS_MAIN(tst_SlowClients)
#include "tst_SlowClients.moc"
