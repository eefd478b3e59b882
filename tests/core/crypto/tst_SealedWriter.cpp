// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/SealedWriter.h"

#include "BreakingDevice.h"
#include "SealedBytes.h"
#include "crypto/SealedLayout.h"

#include <QTest>

using namespace Holdfast;

class tst_SealedWriter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isAsLargeAsTheLayoutSays_data()
    {
        QTest::addColumn<qint64>("size");
        for (const qint64 size : {0, 1, 16'383, 16'384, 16'385, 32'768, 100'000})
            QTest::addRow("%lld", size) << size;
    }
    void isAsLargeAsTheLayoutSays()
    {
        QFETCH(qint64, size);
        QCOMPARE(sealedBytes(distinctBytes(size), m_key, "c").size(), SealedLayout::sealedSize(size));
    }
    void doesNotMindHowTheBytesCome()
    {
        const QByteArray plain = distinctBytes(70'000);
        for (const qsizetype step : {1, 7, 16'383, 16'384, 16'385, 40'000}) {
            QBuffer to;
            to.open(QIODevice::WriteOnly);
            const auto writer = SealedWriter::begin(to, m_key, "c").value();
            for (qsizetype at = 0; at < plain.size(); at += step) {
                QVERIFY(writer->write(QByteArrayView(plain).sliced(at, std::min(step, plain.size() - at))));
                QCOMPARE(writer->plainSize(), std::min<qint64>(at + step, plain.size()));
            }
            QVERIFY(writer->finish());
            QCOMPARE(SealedReader::open(readable(to.data()), m_key, "c").value()->readAll(), plain);
        }
    }
    void neverSealsTheSameBytesAlike()
    {
        QVERIFY(sealedBytes("the same", m_key, "c") != sealedBytes("the same", m_key, "c"));
    }
    void showsNothingOfThePlainBytes()
    {
        const QByteArray plain = distinctBytes(40'000);
        const QByteArray sealed = sealedBytes(plain, m_key, "c");
        for (qsizetype at = 0; at + 16 <= plain.size(); at += 16)
            QVERIFY(!sealed.contains(plain.mid(at, 16)));
    }
    void saysSoWhicheverWriteFails()
    {
        const QByteArray plain = distinctBytes(70'000);
        QByteArray whole;
        BreakingDevice sound(&whole, -1);
        const auto writer = SealedWriter::begin(sound, m_key, "c").value();
        QVERIFY(writer->write(plain) && writer->finish());
        QVERIFY(sound.calls() >= 6);

        for (int i = 0; i < sound.calls(); ++i) {
            QByteArray bytes;
            BreakingDevice device(&bytes, i);
            const Result<std::unique_ptr<SealedWriter>> broken = SealedWriter::begin(device, m_key, "c");
            Done done = broken ? (*broken)->write(plain) : Done(fail(broken.error()));
            if (done)
                done = (*broken)->finish();
            QVERIFY(!done);
            QCOMPARE(done.error().kind, FailureKind::Unreachable);
            QCOMPARE(done.error().detail, QStringLiteral("it broke"));
            if (broken) {
                QVERIFY(!(*broken)->write("more"));
                QVERIFY(!(*broken)->finish());
            }
        }
    }
    void takesNothingAfterItsEnd()
    {
        QBuffer to;
        to.open(QIODevice::WriteOnly);
        const auto writer = SealedWriter::begin(to, m_key, "c").value();
        QVERIFY(writer->finish());
        QVERIFY(!writer->write("x"));
        QVERIFY(!writer->finish());
        QCOMPARE(to.data().size(), SealedLayout::sealedSize(0));
    }

private:
    const SecretKey m_key = SecretKey::random();
};

QTEST_APPLESS_MAIN(tst_SealedWriter)
#include "tst_SealedWriter.moc"
