// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/OggPages.h"

#include "media/MediaWindow.h"
#include "media/PacketScan.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <utility>

namespace Holdfast {

namespace {

constexpr qsizetype windowBytes = 131'072;
constexpr qsizetype headerBytes = 27;
constexpr qsizetype longestPage = headerBytes + 255 + 255 * 255;
constexpr qint64 noPosition = -1;

constexpr std::array<quint32, 256> checksumTable()
{
    std::array<quint32, 256> table{};
    for (quint32 i = 0; i < 256; ++i) {
        quint32 sum = i << 24;
        for (int bit = 0; bit < 8; ++bit)
            sum = sum << 1 ^ (sum & 0x80000000 ? 0x04c11db7 : 0);
        table[i] = sum;
    }
    return table;
}

struct Page
{
    QByteArrayView bytes;
    bool continued = false;
    bool first = false; // of its stream
    bool last = false;
    qint64 position = noPosition; // in samples, after the last packet that ends here
    quint32 serial = 0;
    QByteArrayView segments;
    QByteArrayView body;

    int packetsEnding() const
    {
        return int(std::count_if(segments.begin(), segments.end(), [](char length) { return uchar(length) < 255; }));
    }

    /// Those that end here, without what of the first stands on the page before.
    QList<QByteArrayView> packets() const
    {
        QList<QByteArrayView> all;
        qsizetype from = 0;
        qsizetype length = 0;
        for (const char segment : segments) {
            length += uchar(segment);
            if (uchar(segment) == 255)
                continue;
            all.append(body.sliced(from, length));
            from += std::exchange(length, 0);
        }
        return all;
    }

    bool isIntact() const
    {
        static constexpr std::array<quint32, 256> table = checksumTable();
        quint32 sum = 0;
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            const uchar byte = i >= 22 && i < 26 ? 0 : uchar(bytes[i]); // the sum itself counts as zeros
            sum = sum << 8 ^ table[(sum >> 24) ^ byte];
        }
        return sum == qFromLittleEndian<quint32>(bytes.data() + 22);
    }
};

std::optional<Page> pageAt(MediaWindow &window, qint64 at)
{
    QByteArrayView bytes = window.at(at, headerBytes + 255);
    if (bytes.size() < headerBytes || !bytes.startsWith("OggS") || bytes[4] != 0)
        return std::nullopt;
    const auto segments = qsizetype(uchar(bytes[26]));
    if (bytes.size() < headerBytes + segments)
        return std::nullopt;
    qsizetype length = headerBytes + segments;
    for (const char segment : bytes.sliced(headerBytes, segments))
        length += uchar(segment);
    bytes = window.at(at, length);
    if (bytes.size() < length)
        return std::nullopt;
    Page page;
    page.bytes = bytes.first(length);
    const uchar flags = uchar(bytes[5]);
    page.continued = flags & 1;
    page.first = flags & 2;
    page.last = flags & 4;
    page.position = qFromLittleEndian<qint64>(bytes.data() + 6);
    page.serial = qFromLittleEndian<quint32>(bytes.data() + 14);
    page.segments = bytes.sliced(headerBytes, segments);
    page.body = bytes.sliced(headerBytes + segments, length - headerBytes - segments);
    return page;
}

/// How long an Opus packet lasts, in samples of 48 kHz; 0 for what is none.
int opusSamples(QByteArrayView packet)
{
    static constexpr std::array<int, 4> silk{480, 960, 1920, 2880};
    static constexpr std::array<int, 2> hybrid{480, 960};
    static constexpr std::array<int, 4> celt{120, 240, 480, 960};
    if (packet.isEmpty())
        return 0;
    const auto form = size_t(uchar(packet[0]) >> 3);
    const int each = form < 12 ? silk[form & 3] : form < 16 ? hybrid[form & 1] : celt[form & 3];
    const int code = uchar(packet[0]) & 3;
    if (code < 3)
        return each * (code == 0 ? 1 : 2);
    return packet.size() < 2 ? 0 : each * (uchar(packet[1]) & 63);
}

/// One stream of those that are joined.
struct Link
{
    enum class Codec { Vorbis, Opus, Flac };

    Codec codec = Codec::Vorbis;
    quint32 serial = 0;
    int channels = 0;
    int sampleRate = 0;          // of its positions
    int headerPackets = 0;       // yet to come
    std::array<int, 2> blocks{}; // samples; Vorbis
    std::array<int, 2> modes{};  // which of the blocks a packet of Vorbis has
    int modeCount = 0;           // 0 where it is not known
    qint64 preSkip = 0;          // samples
    bool started = false;        // the first position of sound was seen
    qint64 start = 0;
    qint64 end = 0;

    std::chrono::microseconds duration() const
    {
        return std::chrono::microseconds(std::max<qint64>(0, end - start - preSkip) * 1'000'000 / sampleRate);
    }
};

std::optional<Link> linkOf(const Page &page)
{
    const QByteArrayView head = page.body;
    Link link;
    link.serial = page.serial;
    if (head.size() >= 30 && head.startsWith("\x01vorbis")) {
        link.codec = Link::Codec::Vorbis;
        link.channels = uchar(head[11]);
        link.sampleRate = int(std::min<quint32>(qFromLittleEndian<quint32>(head.data() + 12), 1'000'000));
        link.blocks = {1 << (uchar(head[28]) & 15), 1 << (uchar(head[28]) >> 4)};
        link.headerPackets = 2;
    } else if (head.size() >= 19 && head.startsWith("OpusHead")) {
        link.codec = Link::Codec::Opus;
        link.channels = uchar(head[9]);
        link.sampleRate = 48000;
        link.preSkip = qFromLittleEndian<quint16>(head.data() + 10);
        link.headerPackets = 1;
    } else if (head.size() >= 51 && head.startsWith("\x7f"
                                                    "FLAC")) {
        const quint32 bits = qFromBigEndian<quint32>(head.data() + 27); // 20 of the rate, 3 of the channels
        link.codec = Link::Codec::Flac;
        link.channels = int(bits >> 9 & 7) + 1;
        link.sampleRate = int(bits >> 12);
        link.headerPackets = qFromBigEndian<quint16>(head.data() + 7);
        if (link.headerPackets == 0) // not known
            return std::nullopt;
    } else {
        return std::nullopt;
    }
    return link.channels > 0 && link.sampleRate > 0 ? std::optional(link) : std::nullopt;
}

/// The modes of Vorbis are the last that a long header says, and of one width, so that they are found from its end:
/// how many there are, each with a bit for its block and 40 bits that are nearly all zeros, and one bit that is set.
void readVorbisModes(Link &link, QByteArrayView header)
{
    constexpr int bitsOfMode = 41;
    constexpr int bitsOfCount = 6;
    const auto bits = [header](qsizetype from, int count) {
        quint32 value = 0;
        for (int i = 0; i < count; ++i)
            value |= quint32(uchar(header[(from + i) / 8]) >> ((from + i) % 8) & 1) << i;
        return value;
    };
    qsizetype end = header.size() * 8 - 1;
    while (end >= 0 && bits(end, 1) == 0)
        --end;
    for (int count = 2; count > 0; --count) {
        const qsizetype from = end - count * bitsOfMode;
        if (from < bitsOfCount || bits(from - bitsOfCount, bitsOfCount) != quint32(count - 1))
            continue;
        bool areModes = true;
        for (int mode = 0; mode < count; ++mode) {
            const qsizetype at = from + mode * bitsOfMode;
            areModes = areModes && bits(at + 1, 32) == 0;
            link.modes[size_t(mode)] = int(bits(at, 1));
        }
        if (areModes) {
            link.modeCount = count;
            return;
        }
    }
}

/// How long the packets that end on a page of Vorbis last together: each overlaps with the one before by half.
qint64 vorbisSamples(const Link &link, const QList<QByteArrayView> &packets)
{
    qint64 samples = 0;
    int before = 0;
    for (const QByteArrayView packet : packets) {
        if (packet.isEmpty())
            continue;
        const size_t mode = link.modeCount > 1 ? uchar(packet[0]) >> 1 & 1 : 0;
        const int block = link.blocks[size_t(link.modes[mode])];
        samples += before > 0 ? before / 4 + block / 4 : 0;
        before = block;
    }
    return samples;
}

/// Whether the page, the first with sound, tells where the sound starts.
bool startOn(Link &link, const Page &page)
{
    qint64 samples = 0;
    switch (link.codec) {
    case Link::Codec::Opus:
        for (const QByteArrayView packet : page.packets())
            samples += opusSamples(packet);
        break;
    case Link::Codec::Vorbis:
        if (link.modeCount == 0)
            return false;
        samples = vorbisSamples(link, page.packets());
        break;
    case Link::Codec::Flac:
        constexpr qint64 longestFrame = 65'535;
        return page.position <= qint64(page.packetsEnding()) * longestFrame;
    }
    // What the last page ends before, is taken off the end.
    link.start = page.last ? 0 : std::max<qint64>(0, page.position - samples);
    return !page.continued;
}

/// False where there is doubt.
bool addPage(Link &link, const Page &page)
{
    if (page.serial != link.serial || (!link.started && !page.isIntact()))
        return false;
    if (link.headerPackets > 0) {
        link.headerPackets -= page.packetsEnding();
        if (link.headerPackets == 0 && link.codec == Link::Codec::Vorbis)
            readVorbisModes(link, page.body);
        return link.headerPackets >= 0; // sound starts on a page of its own
    }
    if (page.packetsEnding() == 0 || page.position == noPosition)
        return true;
    if (page.position < link.end)
        return false;
    if (!std::exchange(link.started, true) && !startOn(link, page))
        return false;
    link.end = page.position;
    return !page.last || page.isIntact();
}

} // namespace

std::optional<SoundReading> readOggPages(MediaFile &file)
{
    MediaWindow window(file, windowBytes);
    static_assert(longestPage <= windowBytes);
    SoundReading reading;
    std::optional<Link> link;
    std::chrono::microseconds past(0);
    int links = 0;
    qint64 at = 0;
    while (at < file.size()) {
        const std::optional<Page> page = pageAt(window, at);
        if (!page) {
            const bool cutOff = file.size() - at < longestPage && window.at(at, 4).startsWith("OggS");
            if (!file.stopped() && !cutOff)
                return std::nullopt;
            reading.incomplete = true;
            break;
        }
        if (page->first) {
            past += link ? link->duration() : std::chrono::microseconds(0);
            const std::optional<Link> next = page->isIntact() ? linkOf(*page) : std::nullopt;
            if (!next || (link && (!link->started || next->codec != link->codec || next->channels != link->channels ||
                                   next->sampleRate != link->sampleRate)))
                return std::nullopt;
            link = next;
            ++links;
        } else if (!link || !addPage(*link, *page)) {
            return std::nullopt;
        }
        at += page->bytes.size();
    }
    if (!link || !link->started)
        return std::nullopt;
    reading.codec = link->codec == Link::Codec::Vorbis ? QLatin1String("vorbis")
                    : link->codec == Link::Codec::Opus ? QLatin1String("opus")
                                                       : QLatin1String("flac");
    reading.unbroken = links == 1;
    reading.channels = link->channels;
    reading.sampleRate = link->sampleRate;
    if (!file.stopped())
        reading.duration = believable(std::chrono::duration_cast<std::chrono::milliseconds>(past + link->duration()));
    return reading;
}

} // namespace Holdfast
