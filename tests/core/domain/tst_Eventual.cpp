// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Eventual.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace Holdfast;

class tst_Eventual : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void continuesWithAValueThatIsThereAlready()
    {
        int got = 0;
        Eventual<int>::of(7).then([&](int value) { got = value; });
        QCOMPARE(got, 7);
    }
    void continuesOnceTheValueIsGiven()
    {
        const Eventual<int>::Source source;
        int got = 0;
        source.value().then([&](int value) { got = value; });
        QCOMPARE(got, 0);
        QVERIFY(!source.value().isGiven());
        source.give(7);
        QCOMPARE(got, 7);
        QVERIFY(source.value().isGiven());
        QCOMPARE(source.value().result(), 7);
    }
    void answersWhatTheContinuationDoes()
    {
        const Eventual<int>::Source source;
        const Eventual<QString> text = source.value().then([](int value) { return QString::number(value + 1); });
        source.give(7);
        QCOMPARE(text.result(), QStringLiteral("8"));
    }
    void waitsForAValueThatAnotherThreadGives()
    {
        const Eventual<int>::Source source;
        std::thread other([source] { source.give(7); });
        QCOMPARE(source.value().result(), 7);
        other.join();
    }
    void aContinuationThatIsSetAsTheValueComesRunsOnce()
    {
        constexpr int times = 20'000;
        std::atomic_int turn = 0;
        std::atomic_int ran = 0;
        std::vector<Eventual<int>::Source> sources(times);
        std::thread other([&] {
            for (int i = 0; i < times; ++i) {
                while (turn.load() < i)
                    std::this_thread::yield();
                sources[static_cast<size_t>(i)].give(i);
            }
        });
        for (int i = 0; i < times; ++i) {
            turn = i;
            sources[static_cast<size_t>(i)].value().then([&ran](int) { ++ran; });
        }
        other.join();
        QCOMPARE(ran.load(), times);
    }
};

QTEST_APPLESS_MAIN(tst_Eventual)
#include "tst_Eventual.moc"
