// SPDX-License-Identifier: GPL-3.0-or-later
// Files that promise what they don't have, or have what nobody needs a million times: none takes more than its share of
// time and memory, whether it is refused or not.
#include "media/AudioDecoder.h"
#include "media/MediaProbe.h"

#include "support/MediaCorpus.h"

#include <QBuffer>
#include <QTest>
#include <QtEndian>

#include <array>
#include <ctime>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool isSanitized = true; // which takes time and memory of its own
#else
constexpr bool isSanitized = false;
#endif

constexpr double mostSeconds = isSanitized ? 20 : 2;
constexpr qint64 mostKilobytes = 64 * 1024;
constexpr int largestFile = 50'000'000;

QByteArray big(quint32 number)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

QByteArray little(quint32 number)
{
    QByteArray bytes(4, '\0');
    qToLittleEndian(number, bytes.data());
    return bytes;
}

QByteArray box(const char *type, const QByteArray &content)
{
    return big(quint32(content.size() + 8)) + type + content;
}

QByteArray chunk(const char *type, const QByteArray &content)
{
    return type + little(quint32(content.size())) + content + QByteArray(content.size() & 1, '\0');
}

/// What makes a new tag each time, until there are so many bytes.
template <class Make> QByteArray repeated(int bytes, Make make)
{
    QByteArray all;
    all.reserve(bytes + 1000);
    for (quint32 i = 0; all.size() < bytes; ++i)
        all += make(i);
    return all;
}

QByteArray id3Tag(int bytes)
{
    const QByteArray content = repeated(bytes, [](quint32 i) {
        const QByteArray text = '\0' + QByteArray::number(i, 36) + QByteArray("\0x", 2);
        return "TXXX" + big(quint32(text.size())) + QByteArray(2, '\0') + text;
    });
    const auto size = quint32(content.size());
    const std::array<char, 4> sevenBits{char(size >> 21 & 127), char(size >> 14 & 127), char(size >> 7 & 127),
                                        char(size & 127)};
    return QByteArray("ID3\x03\x00\x00", 6).append(sevenBits.data(), 4) + content;
}

/// An M4A that plays, with more in its moov box, which is its last.
QByteArray m4aWith(const QByteArray &boxes)
{
    QByteArray m4a = corpusBytes(QStringLiteral("m4a-moov-last.m4a"));
    const qsizetype moov = m4a.lastIndexOf("moov") - 4;
    qToBigEndian(quint32(m4a.size() - moov + boxes.size()), m4a.data() + moov);
    return m4a + boxes;
}

/// A table of the M4A's only track, with other numbers from its fourth byte on.
QByteArray m4aWithTable(const char *table, const QByteArray &numbers)
{
    QByteArray m4a = corpusBytes(QStringLiteral("m4a-moov-last.m4a"));
    return m4a.replace(m4a.lastIndexOf(table) + 8, numbers.size(), numbers);
}

QByteArray trackOf(quint32 packets, int tableBytes)
{
    const QByteArray zero(4, '\0');
    const QByteArray entry = QByteArray(6, '\0') + QByteArray("\0\1", 2) + QByteArray(8, '\0') +
                             QByteArray("\0\1\0\x10", 4) + zero + big(8000u << 16);
    const QByteArray sizes = zero + (tableBytes > 0 ? zero : big(1)) + big(packets) + QByteArray(tableBytes, '\1');
    const QByteArray tables = box("stsd", zero + big(1) + box("sowt", entry)) +
                              box("stts", zero + big(1) + big(packets) + big(2)) +
                              box("stsc", zero + big(1) + big(1) + big(packets) + big(1)) + box("stsz", sizes) +
                              box("stco", zero + big(1) + big(8));
    const QByteArray media = box("mdhd", QByteArray(12, '\0') + big(8000) + QByteArray(8, '\0')) +
                             box("hdlr", zero + zero + "soun" + QByteArray(13, '\0')) +
                             box("minf", box("stbl", tables));
    return box("trak", box("mdia", media));
}

QByteArray m4aTags(int bytes)
{
    const QByteArray none(4, '\0');
    const QByteArray tags = repeated(bytes, [none](quint32 i) {
        return box("----", box("mean", none + "a") + box("name", none + QByteArray::number(i, 36)) +
                               box("data", none + none + "x"));
    });
    const QByteArray handler = box("hdlr", none + none + "mdirappl" + QByteArray(9, '\0'));
    return box("udta", box("meta", none + handler + box("ilst", tags)));
}

QByteArray infoList(int bytes)
{
    return chunk("LIST",
                 "INFO" + repeated(bytes, [](quint32 i) { return chunk(big(0x41414141 + i).constData(), "x"); }));
}

QByteArray wavWithTags(int bytes)
{
    return corpusBytes(QStringLiteral("wav-adpcm_ms.wav")).insert(12, infoList(bytes));
}

QByteArray aviWithTags(int bytes)
{
    QByteArray avi = corpusBytes(QStringLiteral("avi-mp3.avi"));
    const qsizetype movi = avi.indexOf("movi") - 8;
    return avi.insert(movi, infoList(bytes));
}

QByteArray oggPage(char flags, quint32 number, const QByteArray &body)
{
    QByteArray segments;
    for (qsizetype left = body.size(); segments.size() < 255; left -= 255) {
        segments += char(std::min<qsizetype>(left, 255));
        if (left < 255)
            break;
    }
    QByteArray page = QByteArray("OggS\0", 5) + flags + QByteArray(8, '\0') + little(7) + little(number) + little(0) +
                      char(segments.size()) + segments + body;
    quint32 sum = 0;
    for (const char byte : page) {
        sum ^= quint32(uchar(byte)) << 24;
        for (int bit = 0; bit < 8; ++bit)
            sum = sum << 1 ^ (sum & 0x80000000 ? 0x04c11db7 : 0);
    }
    return page.replace(22, 4, little(sum));
}

QByteArray oggOfTags()
{
    constexpr qsizetype pageBytes = 255 * 255;
    const QByteArray head = "OpusHead" + QByteArray("\1\1\0\0", 4) + little(48000) + QByteArray(3, '\0');
    const QByteArray tags = repeated(5'000'000, [](quint32 i) {
        const QByteArray tag = QByteArray::number(i, 36) + "=x";
        return little(quint32(tag.size())) + tag;
    });
    const QByteArray packet = "OpusTags" + little(0) + little(500'000) + tags;
    QByteArray ogg = oggPage(2, 0, head);
    quint32 number = 1;
    for (qsizetype at = 0; at < packet.size(); at += pageBytes, ++number)
        ogg += oggPage(at > 0 ? 1 : 0, number, packet.mid(at, pageBytes));
    return ogg + oggPage(4, number, QByteArray("\xfc\xff\xfe", 3));
}

void resetMostMemory()
{
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

/// The most that this process took since then, and what it takes now.
qint64 memory(const char *name)
{
    QFile file(QStringLiteral("/proc/self/status"));
    file.open(QIODevice::ReadOnly);
    for (const QByteArray &line : file.readAll().split('\n'))
        if (line.startsWith(name))
            return line.mid(qstrlen(name)).replace("kB", "").trimmed().toLongLong();
    return 0;
}

void decodeSome(std::shared_ptr<QIODevice> device)
{
    const auto decoder = AudioDecoder::open(std::move(device));
    if (!decoder)
        return;
    std::array<float, 8192> samples{};
    for (const qint64 place : {qint64(0), qint64(100'000), qint64(10)}) {
        if (!(*decoder)->seek(place))
            return;
        for (int reads = 0; reads < 4; ++reads)
            if ((*decoder)->read(samples).value_or(0) == 0)
                break;
    }
}

} // namespace

class tst_HostileMedia : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tagsDoNotKeepTheSoundFromPlaying_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        const QString mp3 = QStringLiteral("mp3-vbr.mp3");
        const QString m4a = QStringLiteral("m4a-moov-last.m4a");
        const QString wav = QStringLiteral("wav-adpcm_ms.wav");
        const QString avi = QStringLiteral("avi-mp3.avi");
        QTest::newRow("mp3") << mp3 << id3Tag(100'000) + corpusBytes(mp3);
        QTest::newRow("m4a") << m4a << m4aWith(m4aTags(100'000));
        QTest::newRow("wav") << wav << wavWithTags(100'000);
        QTest::newRow("avi") << avi << aviWithTags(100'000);
    }
    void tagsDoNotKeepTheSoundFromPlaying()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QBuffer plain;
        plain.setData(corpusBytes(name));
        plain.open(QIODevice::ReadOnly);
        const auto tagged = std::make_shared<QBuffer>();
        tagged->setData(bytes);
        tagged->open(QIODevice::ReadOnly);
        const auto facts = probeMedia(*tagged);
        QVERIFY(facts);
        QCOMPARE(facts->duration, probeMedia(plain)->duration);
        const auto decoder = AudioDecoder::open(tagged);
        QVERIFY(decoder);
        std::array<float, 8192> samples{};
        QVERIFY((*decoder)->read(samples).value_or(0) > 0);
    }

    void takesNoMoreThanItsShare_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray mp3 = corpusBytes(QStringLiteral("mp3-vbr.mp3"));
        const QByteArray aac = corpusBytes(QStringLiteral("aac-44k.aac"));
        const QByteArray emptyTags = QByteArray("ID3\x03\0\0\0\0\0\0", 10).repeated(largestFile / 20);
        QTest::newRow("mp3 of empty tags") << mp3 + emptyTags + mp3;
        QTest::newRow("mp3 behind empty tags") << emptyTags + mp3;
        QTest::newRow("mp3 behind a tag of very many") << id3Tag(10'000'000) + mp3;
        QTest::newRow("aac around a tag of very many") << aac + id3Tag(10'000'000) + aac;
        QTest::newRow("sync words alone") << QByteArray(largestFile, '\xff');
        QTest::newRow("beginnings of frames") << QByteArray("\xff\xfb\x90").repeated(largestFile / 3);

        const QByteArray tinyBoxes = box("free", {}).repeated(largestFile / 8);
        const QByteArray ftyp = box("ftyp", "M4A \0\0\0\0");
        QTest::newRow("m4a of tiny boxes") << ftyp + tinyBoxes;
        QTest::newRow("m4a of tiny boxes in its tables") << m4aWith(tinyBoxes);
        QTest::newRow("m4a of very many tags") << m4aWith(m4aTags(10'000'000));
        QTest::newRow("m4a of packets without a size") << m4aWithTable("stsz", big(1) + big(0xffffffff));
        QTest::newRow("m4a of packets without a table") << m4aWithTable("stsz", big(0) + big(0xfffffff0));
        QTest::newRow("m4a of endless times") << m4aWithTable("stts", big(0x7fffffff) + big(0xffffffff));
        QTest::newRow("m4a of a huge table") << ftyp + box("moov", trackOf(12'000'000, 48'000'000));
        QByteArray tracks;
        for (int i = 0; i < 16; ++i)
            tracks += trackOf(600'000, 2'400'000);
        QTest::newRow("m4a of many tracks") << ftyp + box("moov", tracks);
        const QByteArray run = QByteArray(4, '\0') + big(0x00ffffff);
        QTest::newRow("m4a of a huge fragment")
            << corpusBytes(QStringLiteral("m4a-fragmented.m4a")) +
                   box("moof", box("traf", box("tfhd", QByteArray(4, '\0') + big(1)) + box("trun", run))) +
                   box("mdat", QByteArray(1000, 'x'));

        QTest::newRow("ogg of very many tags") << oggOfTags();
        QTest::newRow("wav of very many tags") << wavWithTags(10'000'000);
        QTest::newRow("avi of very many tags") << aviWithTags(10'000'000);
        const QByteArray avi = corpusBytes(QStringLiteral("avi-mp3.avi"));
        QTest::newRow("avi of a huge index")
            << avi.left(avi.indexOf("idx1")) + chunk("idx1", repeated(largestFile - int(avi.size()), [](quint32 i) {
                                                         return "01wb" + little(16) + little(4 + i * 8) + little(8);
                                                     }));
    }
    void takesNoMoreThanItsShare()
    {
        QFETCH(QByteArray, bytes);
        const auto device = std::make_shared<QBuffer>();
        device->setData(bytes);
        device->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        resetMostMemory();
        const qint64 before = memory("VmRSS:");
        for (const bool decode : {false, true}) {
            const std::clock_t start = std::clock();
            if (decode)
                decodeSome(device);
            else
                (void)probeMedia(*device);
            const double seconds = double(std::clock() - start) / CLOCKS_PER_SEC;
            QVERIFY2(seconds < mostSeconds, qPrintable(QStringLiteral("%1 s").arg(seconds)));
            const qint64 kilobytes = memory("VmHWM:") - before;
            QVERIFY2(isSanitized || kilobytes < mostKilobytes, qPrintable(QStringLiteral("%1 kB").arg(kilobytes)));
        }
    }
};

QTEST_GUILESS_MAIN(tst_HostileMedia)
#include "tst_HostileMedia.moc"
