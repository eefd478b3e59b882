// SPDX-License-Identifier: GPL-3.0-or-later
#include "player/CallFigures.h"

#include <QTest>

using namespace Holdfast;
using namespace std::chrono_literals;

class tst_CallFigures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhoTalksAndHowLongNobodyDoes()
    {
        QCOMPARE(plain(CallFigures::words(call(), AgentChannel::Left)),
                 QStringLiteral("Agent talks 40 % · customer 30 % · nobody 40 %, longest 0:12 at 3:10"));
    }
    void ofOneChannelItSaysThatSomebodyTalks()
    {
        CallAnalysis mono = call();
        mono.talk = {60s};
        mono.overlap = 0s;
        mono.loudness = {-20.0};
        QVERIFY(plain(CallFigures::words(mono, AgentChannel::Right)).startsWith(QStringLiteral("Somebody talks 60 %")));
    }
    void aGoodCallHasNoWarning() { QCOMPARE(CallFigures::warning(call(), AgentChannel::Left), QString()); }
    void saysWhatIsWrongWithTheSound()
    {
        CallAnalysis bad = call();
        bad.deadChannels = {1};
        bad.loudness = {-45.0, std::nullopt};
        bad.clipped = 3s;
        QCOMPARE(CallFigures::warning(bad, AgentChannel::Left),
                 QStringLiteral("There is no sound on the customer's side. It is distorted: too loud for 3 s. "
                                "The agent's side is very quiet."));
    }
    void theAgentIsWhoTheRecordingSaysItIs()
    {
        CallAnalysis bad = call();
        bad.deadChannels = {1};
        bad.loudness = {-45.0, std::nullopt};
        QVERIFY(plain(CallFigures::words(bad, AgentChannel::Right))
                    .startsWith(QStringLiteral("Agent talks 30 % · customer 40 %")));
        QCOMPARE(CallFigures::warning(bad, AgentChannel::Right),
                 QStringLiteral("There is no sound on the agent's side. The customer's side is very quiet."));
    }
    void callsNobodyTheAgentBeforeSomebodyHasToldWhoItIs()
    {
        CallAnalysis bad = call();
        bad.deadChannels = {1};
        bad.loudness = {-45.0, std::nullopt};
        QVERIFY(plain(CallFigures::words(bad, AgentChannel::Unknown))
                    .startsWith(QStringLiteral("Left channel talks 40 % · right channel 30 %")));
        QCOMPARE(CallFigures::warning(bad, AgentChannel::Unknown),
                 QStringLiteral("There is no sound on the right channel. The left channel is very quiet."));
    }
    void showsNothingOfACallThatNobodyHasListenedToYet()
    {
        CallFigures figures;
        figures.show(call(), AgentChannel::Unknown);
        QVERIFY(!figures.isHidden());
        QVERIFY(figures.accessibleName().contains(QStringLiteral("Left channel talks")));
        figures.show(std::nullopt, AgentChannel::Unknown);
        QVERIFY(figures.isHidden());
    }

private:
    static CallAnalysis call()
    {
        CallAnalysis analysis;
        analysis.talk = {40s, 30s};
        analysis.overlap = 10s;
        analysis.silence = 40s;
        analysis.longestSilence = 12s;
        analysis.longestSilenceStart = 190s;
        analysis.loudness = {-20.0, -22.0};
        return analysis;
    }
    /// Without the marks that keep a time in its own direction.
    static QString plain(QString text) { return text.remove(QChar(0x2066)).remove(QChar(0x2069)); }
};

QTEST_MAIN(tst_CallFigures)
#include "tst_CallFigures.moc"
