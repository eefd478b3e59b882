// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/LocalStore.h"
#include "local/RecordingKey.h"
#include "sqlite/Migration.h"
#include "support/OpenDatabase.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

/// A store that an older program has left, opened by this one.
class tst_StoreUpdate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWaitedInAnOlderProgramWaitsInThisOne_data()
    {
        QTest::addColumn<int>("version");
        for (int version = 1; version <= newest(); ++version)
            QTest::newRow(qPrintable(QStringLiteral("schema %1").arg(version))) << version;
    }
    void whatWaitedInAnOlderProgramWaitsInThisOne()
    {
        QFETCH(int, version);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("local.sqlite"));
        writeAsOf(version, path, folder);

        auto store = LocalStore::open(path, SecretKey::random());
        QVERIFY2(store, store ? "" : qPrintable(store.error().message + store.error().detail));
        const auto waiting = *(*store)->outbox();
        QCOMPARE(waiting.size(), 1);
        QCOMPARE(waiting.first().uploadId, uploadId);
        QCOMPARE(waiting.first().notes, QStringLiteral("wants a call back"));
        QCOMPARE(waiting.first().state, TransferState::Waiting);
        QCOMPARE(waiting.first().agentChannel, AgentChannel::Unknown);
        QCOMPARE((*store)->leads()->first().name, QStringLiteral("Jane"));
        const QString key = recordingKey(waiting.first());
        if (version >= 2) {
            QCOMPARE((*store)->annotations().of(key)->first().annotation.text, QStringLiteral("asks"));
            const auto draft = *(*store)->drafts().find({key, RecordingField::Notes});
            QCOMPARE(draft->text, QStringLiteral("wants a call back on Monday"));
            QCOMPARE(draft->base, QStringLiteral("wants a call back"));
        }
        if (version >= 3)
            QCOMPARE((*store)->begunUploads().pathOf(uploadId), QStringLiteral("/api/uploads/1"));
    }
    void aStoreOfANewerProgramIsLeftAloneWithASentence()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("local.sqlite"));
        {
            const auto database = openDatabase(path);
            QVERIFY(run(*database, "PRAGMA user_version = " + QByteArray::number(newest() + 1)));
        }
        const auto store = LocalStore::open(path);
        QCOMPARE(store.error().kind, FailureKind::Conflict);
        QVERIFY(store.error().message.contains(QStringLiteral("newer version")));
    }

private:
    static QStringList schema()
    {
        return QDir(QStringLiteral(":/schema/client")).entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    }
    static int newest() { return schema().last().section(QLatin1Char('-'), 0, 0).toInt(); }
    void writeAsOf(int version, const QString &path, const QTemporaryDir &folder) const
    {
        const QString files = folder.filePath(QStringLiteral("schema"));
        QVERIFY(QDir().mkpath(files));
        for (const QString &file : schema())
            if (file.section(QLatin1Char('-'), 0, 0).toInt() <= version)
                QVERIFY(QFile::copy(QStringLiteral(":/schema/client/") + file, files + QLatin1Char('/') + file));
        const auto database = openDatabase(path);
        QVERIFY(migrate(*database, files));
        const QByteArray id = uploadId.toByteArray(QUuid::WithoutBraces);
        QVERIFY(run(*database, "INSERT INTO leads (id, name, phone, campaign_name, agents, recording_count)"
                               " VALUES (1, 'Jane', '+49 30 1', '', '3', 0)"));
        QVERIFY(
            run(*database,
                "INSERT INTO recordings (upload_id, lead_id, name, original_path, file_size, sha256, format,"
                " channels, sample_rate, codec, has_video, truncated, attached_at, call_at, notes, problem) VALUES ('" +
                    id +
                    "', 1, 'call.wav', '/call.wav', 9, x'00', 'wav', 2, 8000, 'pcm', 0, 0, 5, 5,"
                    " 'wants a call back', '')"));
        QVERIFY(run(*database, "INSERT INTO outbox (upload_id, state) VALUES ('" + id + "', 'sending')"));
        if (version >= 2) {
            QVERIFY(run(*database, "INSERT INTO annotations (local_id, recording, start, text, author_id, author_name,"
                                   " created_at, updated_at, pending, problem) VALUES ('" +
                                       QUuid::createUuid().toByteArray(QUuid::WithoutBraces) + "', 'u" + id +
                                       "', 1000, 'asks', 3, 'Alice', 5, 5, 'create', '')"));
            const QByteArray table = version >= 6 ? "drafts (field, " : "note_drafts (";
            const QByteArray values = version >= 6 ? "'notes', " : "";
            QVERIFY(run(*database, "INSERT INTO " + table + "recording, text, base, problem) VALUES (" + values + "'u" +
                                       id + "', 'wants a call back on Monday', 'wants a call back', '')"));
        }
        if (version >= 3)
            QVERIFY(run(*database, "INSERT INTO begun_uploads (upload_id, path, cancelled) VALUES ('" + id +
                                       "', '/api/uploads/1', 0)"));
    }

    const QUuid uploadId = QUuid::createUuid();
};

QTEST_GUILESS_MAIN(tst_StoreUpdate)
#include "tst_StoreUpdate.moc"
