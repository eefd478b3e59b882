// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/SaveCopy.h"

#include "crypto/Random.h"
#include "support/SignedIn.h"
#include "support/Wait.h"

#include <QBuffer>
#include <QDir>
#include <QTest>

using namespace Holdfast;
using Testing::wait;

class tst_SaveCopy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_signedIn = std::make_unique<Testing::SignedIn>(QUrl(QStringLiteral("http://127.0.0.1:9")));
        m_save = std::make_unique<SaveCopy>(m_signedIn->session, m_signedIn->api);
        m_recording.uploadId = QUuid::createUuid();
        m_bytes = randomBytes(300'000);
        QBuffer source(&m_bytes);
        QVERIFY(source.open(QIODevice::ReadOnly));
        QVERIFY(m_signedIn->session.cache->put(name(), source));
        QVERIFY(QDir(m_signedIn->path({})).mkdir(QStringLiteral("out")));
    }
    void cleanup()
    {
        m_save.reset();
        m_signedIn.reset();
    }

    void savesThePlainFileAndReplacesAnOlderOne()
    {
        m_signedIn->write(QStringLiteral("out/copy.wav"), "older");
        QVERIFY(wait(m_save->save(m_recording, out())));
        QCOMPARE(m_signedIn->read(QStringLiteral("out/copy.wav")), m_bytes);
        QCOMPARE(entries(), QStringList{QStringLiteral("copy.wav")});
    }
    void leavesTheOlderFileWhereTheSealedOneIsDamaged()
    {
        m_signedIn->write(QStringLiteral("out/copy.wav"), "older");
        QByteArray sealed = m_signedIn->read(QStringLiteral("cache/%1.sealed").arg(name()));
        sealed[sealed.size() / 2] = static_cast<char>(sealed[sealed.size() / 2] ^ 1);
        m_signedIn->write(QStringLiteral("cache/%1.sealed").arg(name()), sealed);
        QCOMPARE(wait(m_save->save(m_recording, out())).error().kind, FailureKind::Corrupt);
        QCOMPARE(m_signedIn->read(QStringLiteral("out/copy.wav")), QByteArray("older"));
        QCOMPARE(entries(), QStringList{QStringLiteral("copy.wav")});
    }
    void saysSoWhereTheFolderIsNotThere()
    {
        const Done saved = wait(m_save->save(m_recording, m_signedIn->path(QStringLiteral("none/copy.wav"))));
        QVERIFY(saved.error().message.startsWith(QStringLiteral("The copy can't be written there")));
    }
    void leavesNothingWhereItIsCancelled()
    {
        const auto saving = m_save->save(m_recording, out());
        m_save->cancel();
        QCOMPARE(wait(saving).error().kind, FailureKind::Cancelled);
        QVERIFY(entries().isEmpty());
    }

private:
    QString name() const { return m_recording.uploadId.toString(QUuid::WithoutBraces); }
    QString out() const { return m_signedIn->path(QStringLiteral("out/copy.wav")); }
    QStringList entries() const
    {
        return QDir(m_signedIn->path(QStringLiteral("out"))).entryList(QDir::Files | QDir::Hidden);
    }

    LocalRecording m_recording;
    QByteArray m_bytes;
    std::unique_ptr<Testing::SignedIn> m_signedIn;
    std::unique_ptr<SaveCopy> m_save;
};

QTEST_GUILESS_MAIN(tst_SaveCopy)
#include "tst_SaveCopy.moc"
