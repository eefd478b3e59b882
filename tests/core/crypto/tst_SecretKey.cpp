// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/SecretKey.h"

#include "crypto/Random.h"

#include <QTest>

#include <set>
#include <thread>
#include <vector>

using namespace Holdfast;

class tst_SecretKey : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isMadeOfExactlyThirtyTwoBytes()
    {
        for (const qsizetype size : {0, 31, 33, 64}) {
            const Result<SecretKey> key = SecretKey::fromBytes(QByteArray(size, 'k'));
            QVERIFY(!key);
            QCOMPARE(key.error().kind, FailureKind::Malformed);
        }
        const QByteArray bytes = randomBytes(32);
        QCOMPARE(SecretKey::fromBytes(bytes).value().bytes(), bytes);
    }
    void livesOnInItsClone()
    {
        QByteArray bytes;
        const SecretKey kept = [&] {
            const SecretKey gone = SecretKey::random();
            bytes = gone.bytes().toByteArray();
            return gone.clone();
        }();
        QCOMPARE(kept.bytes(), bytes);
    }
    void isNewEachTimeOnEveryThread()
    {
        std::vector<std::vector<QByteArray>> drawn(4);
        {
            std::vector<std::jthread> threads;
            for (std::vector<QByteArray> &own : drawn)
                threads.emplace_back([&own] {
                    for (int i = 0; i < 50; ++i)
                        own.push_back(SecretKey::random().bytes().toByteArray());
                });
        }
        std::set<QByteArray> all;
        for (const std::vector<QByteArray> &own : drawn)
            all.insert(own.begin(), own.end());
        QCOMPARE(all.size(), std::size_t{200});
    }
};

QTEST_APPLESS_MAIN(tst_SecretKey)
#include "tst_SecretKey.moc"
