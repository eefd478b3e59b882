// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/BlockingHttp.h"
#include "support/ServerProcess.h"
#include "support/Tone.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <mutex>
#include <thread>

using namespace Holdfast::Testing;

namespace {

const QString program = QStringLiteral(HOLDFAST_SERVER_PROGRAM);

/// A call that no other is equal to.
QByteArray callOf(quint32 number)
{
    QByteArray wav = toneWav(4, 300 + number % 500, 900);
    QRandomGenerator noise(number);
    for (qsizetype at = 44; at < wav.size(); at += 64)
        wav[at] = static_cast<char>(noise.generate());
    return wav;
}

/// Without the peaks, which come some time after a recording.
qint64 filesBelow(const QString &folder)
{
    qint64 count = 0;
    for (QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
        files.next();
        count += files.fileName().contains(QStringLiteral("peaks")) ? 0 : 1;
    }
    return count;
}

QStringList peaksOfNoRecording(const QString &folder)
{
    QStringList strays;
    for (QDirIterator files(folder, {QStringLiteral("*.peaks*")}, QDir::Files, QDirIterator::Subdirectories);
         files.hasNext();)
        if (const QString path = files.next(); !QFile::exists(path.section(QStringLiteral(".peaks"), 0, 0)))
            strays.append(path);
    return strays;
}

QByteArray download(const QUrl &server, const Account &account, qint64 id)
{
    BlockingHttp http(server);
    http.send(http.head("GET", "/api/recordings/" + QByteArray::number(id) + "/download", account.authorization()));
    return http.receive().body;
}

} // namespace

class tst_ServerKilled : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Uploads from four connections without a pause, kill -9 at a chance moment, start again: what was answered 201 is
    /// there byte for byte, and nothing else is.
    void whatWasAnswered201IsThereAfterAKillAndNothingElseIs()
    {
        QTemporaryDir data;
        QHash<qint64, QByteArray> promised; // recording id -> SHA-256 of what was sent
        QRandomGenerator chance(20'261'121);
        qint64 before = 0;
        for (int round = 0; round < 5; ++round) {
            ServerProcess server(program, data.path());
            const Account account = Account::signIn(server.url(), "alice", "holdfast-demo");
            if (round == 0)
                before = filesBelow(data.filePath(QStringLiteral("recordings")));
            checkPromises(server.url(), account, promised, before, data.path());
            if (QTest::currentTestFailed())
                return;

            std::mutex mutex;
            std::atomic_int answered = 0;
            const int enough = 3 + static_cast<int>(chance.bounded(12U));
            std::vector<std::thread> senders;
            for (quint32 sender = 0; sender < 4; ++sender)
                senders.emplace_back([&, sender] {
                    for (quint32 number = 0; number < 1000; ++number) {
                        const QByteArray wav = callOf(static_cast<quint32>(round) * 100'000 + sender * 1000 + number);
                        try {
                            BlockingHttp http(server.url());
                            const UploadBody form(http, account, wav.size(), "call.wav");
                            http.send(form.head + form.before + wav + form.after);
                            const BlockingHttp::Answer answer = http.receive();
                            if (answer.status != 201)
                                return;
                            const std::scoped_lock lock(mutex);
                            promised.insert(answer.json()[QLatin1String("id")].toInteger(),
                                            QCryptographicHash::hash(wav, QCryptographicHash::Sha256));
                            ++answered;
                        } catch (const std::runtime_error &) {
                            return; // it was killed
                        }
                    }
                });
            while (answered < enough)
                std::this_thread::yield();
            server.kill();
            for (std::thread &sender : senders)
                sender.join();
        }
        ServerProcess server(program, data.path());
        checkPromises(server.url(), Account::signIn(server.url(), "alice", "holdfast-demo"), promised, before,
                      data.path());
        QVERIFY(promised.size() >= 15);
        QCOMPARE(server.stop(), 0);
    }

private:
    static void checkPromises(const QUrl &server, const Account &account, const QHash<qint64, QByteArray> &promised,
                              qint64 before, const QString &data)
    {
        QCOMPARE(filesBelow(data + QStringLiteral("/incoming")), 0);
        for (auto promise = promised.cbegin(); promise != promised.cend(); ++promise)
            QCOMPARE(QCryptographicHash::hash(download(server, account, promise.key()), QCryptographicHash::Sha256),
                     promise.value());
        // A recording may have been stored whose 201 was cut off on its way; but every row has its file, and every file
        // a row.
        BlockingHttp http(server);
        http.send(http.head("GET", "/api/leads/" + QByteArray::number(account.lead) + "/recordings",
                            account.authorization()));
        const QJsonArray listed = http.receive().json().array();
        qint64 ofThisTest = 0;
        for (const QJsonValue &recording : listed)
            ofThisTest += recording[QLatin1String("originalName")].toString() == QStringLiteral("call.wav") ? 1 : 0;
        QVERIFY(ofThisTest >= promised.size());
        QCOMPARE(filesBelow(data + QStringLiteral("/recordings")), before + ofThisTest);
        QCOMPARE(peaksOfNoRecording(data + QStringLiteral("/recordings")), QStringList());
    }
};

QTEST_GUILESS_MAIN(tst_ServerKilled)
#include "tst_ServerKilled.moc"
