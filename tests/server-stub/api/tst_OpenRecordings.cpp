// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestApi.h"

#include "support/Tone.h"

#include <QDir>
#include <QFile>

using namespace Holdfast;
using namespace Holdfast::Testing;

/// A file that stays open after it was read must make no other difference than time.
class tst_OpenRecordings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isReadAgainWithoutBeingOpenedAgain();
    void aDeletedRecordingsFileIsLetGo();
    void aFileThatIsGoneIsNotThereThoughItWasOpen();
    void damageIsFoundThoughTheFileWasOpen();

private:
    QString path() const
    {
        return m_server->dataFolder() + QStringLiteral("/recordings/") +
               m_api->get("/api/recordings/1", m_sam).object().value(QLatin1String("filePath")).toString();
    }
    Answer part(const QByteArray &range)
    {
        return m_api->get("/api/recordings/1/stream", m_sam, {{"Range", "bytes=" + range}});
    }
    /// How many descriptors of this process are open on files of that name, deleted ones too.
    static int descriptors(const QString &path)
    {
        int count = 0;
        const QDir folder(QStringLiteral("/proc/self/fd"));
        for (const QString &name : folder.entryList(QDir::Files | QDir::System))
            count += QFile::symLinkTarget(folder.filePath(name)).startsWith(path);
        return count;
    }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestApi> m_api;
    QByteArray m_sam;
    QByteArray m_file;
};

void tst_OpenRecordings::init()
{
    m_api.reset();
    m_server = std::make_unique<TestServer>();
    m_server->start();
    m_api = std::make_unique<TestApi>(*m_server);
    m_sam = m_api->tokenOf("sam");
    m_file = toneWav(5, 440, 880);
    QCOMPARE(m_api->upload(m_api->tokenOf("alice"), m_server->aliceLead, m_file).id(), 1);
}

void tst_OpenRecordings::isReadAgainWithoutBeingOpenedAgain()
{
    for (int i = 0; i < 20; ++i) {
        const qint64 at = i * 7'000;
        const Answer answer = part(QByteArray::number(at) + '-' + QByteArray::number(at + 999));
        QCOMPARE(answer.status, 206);
        QCOMPARE(answer.body, m_file.mid(at, 1000));
        QTRY_COMPARE(descriptors(path()), 1);
    }
    QCOMPARE(m_api->get("/api/recordings/1/download", m_sam).body, m_file);
}

void tst_OpenRecordings::aDeletedRecordingsFileIsLetGo()
{
    const QString file = path();
    QCOMPARE(part("0-9").status, 206);
    QTRY_COMPARE(descriptors(file), 1);
    QCOMPARE(m_api->call("DELETE", "/api/recordings/1", TestApi::bearer(m_sam)).status, 204);
    QTRY_COMPARE(descriptors(file), 0);
    QCOMPARE(part("0-9").status, 404);
}

void tst_OpenRecordings::aFileThatIsGoneIsNotThereThoughItWasOpen()
{
    QCOMPARE(part("0-9").status, 206);
    QTRY_COMPARE(descriptors(path()), 1);
    QVERIFY(QFile::remove(path()));
    QCOMPARE(part("0-9").status, 404);
}

void tst_OpenRecordings::damageIsFoundThoughTheFileWasOpen()
{
    QCOMPARE(part("0-9").status, 206);
    QTRY_COMPARE(descriptors(path()), 1);
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(100'000));
    QCOMPARE(file.write("damage"), 6);
    file.close();
    QCOMPARE(part("98304-98400").status, 500);
    QCOMPARE(part("0-9").body, m_file.first(10)); // what is whole is still given
}

QTEST_GUILESS_MAIN(tst_OpenRecordings)
#include "tst_OpenRecordings.moc"
