// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/AgentChannel.h"

#include <QTest>

using namespace Holdfast;

class tst_AgentChannel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isTheLeftWhereNobodyHasTold()
    {
        QCOMPARE(channelNumber(AgentChannel::Unknown), std::nullopt);
        QCOMPARE(channelOf(CallSide::Agent, AgentChannel::Unknown), 0);
        QCOMPARE(channelOf(CallSide::Customer, AgentChannel::Unknown), 1);
    }
    void theCustomerIsOnTheOther()
    {
        QCOMPARE(channelOf(CallSide::Agent, AgentChannel::Right), 1);
        QCOMPARE(channelOf(CallSide::Customer, AgentChannel::Right), 0);
        QCOMPARE(channelOf(CallSide::Both, AgentChannel::Right), std::nullopt);
    }
    void aChannelAndItsSideLeadToEachOther()
    {
        for (const AgentChannel agent : {AgentChannel::Unknown, AgentChannel::Left, AgentChannel::Right})
            for (const CallSide side : {CallSide::Both, CallSide::Agent, CallSide::Customer})
                QCOMPARE(sideOf(channelOf(side, agent), agent), side);
    }
    void isOneOfTwo()
    {
        for (const AgentChannel channel : {AgentChannel::Left, AgentChannel::Right})
            QCOMPARE(agentChannelFromNumber(*channelNumber(channel)), channel);
        for (const qint64 number : {qint64{-1}, qint64{2}, std::numeric_limits<qint64>::max()})
            QCOMPARE(agentChannelFromNumber(number), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(tst_AgentChannel)
#include "tst_AgentChannel.moc"
