// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/Completeness.h"

#include "support/MediaCorpus.h"
#include "support/Tone.h"

#include <QBuffer>
#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

QByteArray box(const char *name, const QByteArray &content)
{
    QByteArray length(4, '\0');
    qToBigEndian(static_cast<quint32>(8 + content.size()), length.data());
    return length + name + content;
}

QByteArray withDataSize(QByteArray wav, quint32 size)
{
    qToLittleEndian(size, wav.data() + 40);
    return wav;
}

} // namespace

class tst_Completeness : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsWhatIsToCome_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("tells");
        const QByteArray wav = toneWav(1, 440, 880);
        const QByteArray type = box("ftyp", QByteArray("M4A \0\0\0\0", 8));
        const QByteArray index = box("moov", QByteArray(100, 'x'));
        const QByteArray sound = box("mdat", QByteArray(1000, 'x'));
        QTest::newRow("a WAV") << wav << false;
        QTest::newRow("half a WAV") << wav.first(wav.size() / 2) << true;
        QTest::newRow("a WAV up to its header") << wav.first(44) << true;
        QTest::newRow("a WAV up to half its header") << wav.first(30) << true;
        QTest::newRow("a WAV whose size is not written yet") << withDataSize(wav, 0) << true;
        QTest::newRow("a WAV of a pipe") << withDataSize(wav, 0xffffffff) << true;
        QTest::newRow("a WAV with something behind it") << wav + "LIST\4\0\0\0abcd" << false;
        QTest::newRow("an M4A") << type + index + sound << false;
        QTest::newRow("an M4A with its index last") << type + sound + index << false;
        QTest::newRow("an M4A that is cut short") << (type + index + sound).chopped(1) << true;
        QTest::newRow("an M4A whose index is not written yet") << type + sound << true;
        QTest::newRow("an M4A whose sound has no length yet") << type + QByteArray("\0\0\0\0mdat....", 12) << true;
        QTest::newRow("no recording") << QByteArray("no recording at all") << false;
        QTest::newRow("nothing") << QByteArray() << false;
    }
    void tellsWhatIsToCome()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, tells);
        QBuffer file(&bytes);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(tellsOfMore(file), tells);
    }
    void tellsTheSameOfRealFilesAsTheyAre()
    {
        int whole = 0;
        for (const CorpusFile &one : goodMedia()) {
            QFile file(corpusPath(one.name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const bool canTell = one.format != MediaFormat::Mp3 && one.format != MediaFormat::Aac;
            if (one.truncated && canTell)
                QVERIFY2(tellsOfMore(file) || one.format == MediaFormat::Amr, qPrintable(one.name));
            whole += !one.truncated && !tellsOfMore(file) ? 1 : 0;
        }
        QVERIFY(whole > 20);
    }
};

QTEST_GUILESS_MAIN(tst_Completeness)
#include "tst_Completeness.moc"
