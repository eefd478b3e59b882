// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/LocalRecording.h"

#include "local/LocalStore.h"
#include "support/SampleRecording.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Holdfast;

class tst_LocalRecording : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneThatTheServerKeepsIsTheSameWhetherItIsInTheStoreOrNot()
    {
        const QTemporaryDir folder;
        const auto store = LocalStore::open(folder.filePath(QStringLiteral("local.sqlite")), SecretKey::random());
        QVERIFY(store);
        Recording remote = Testing::recordingOf(7, {1});
        remote.duration = std::chrono::milliseconds(65'432);
        remote.format = MediaFormat::Ogg;
        remote.channels = 2;
        remote.sampleRate = 8000;
        remote.fileSize = 4711;
        remote.agentChannel = AgentChannel::Right;
        QVERIFY((*store)->replaceRemoteRecordings({1}, {remote}));
        const auto stored = (*store)->findStored({7});
        QVERIFY(stored && *stored);
        LocalRecording made = keptByServer(remote);
        QCOMPARE(made.disposition, QString());
        made.attachedAt = (*stored)->attachedAt;
        QCOMPARE(made, **stored);
    }
};

QTEST_GUILESS_MAIN(tst_LocalRecording)
#include "tst_LocalRecording.moc"
