// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/IsoTracks.h"

#include "media/MediaWindow.h"
#include "media/PacketScan.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace Holdfast {

namespace {

constexpr qsizetype windowBytes = 8192;
constexpr int maxBoxes = 100'000;
constexpr int maxDepth = 8;
constexpr int maxTracks = 32;
constexpr int triedPackets = 3;
constexpr int longestPacket = 65'536;
constexpr qint64 longestSetup = 1024;

constexpr quint32 code(const char (&name)[5])
{
    return quint32(uchar(name[0])) << 24 | quint32(uchar(name[1])) << 16 | quint32(uchar(name[2])) << 8 |
           quint32(uchar(name[3]));
}

struct Box
{
    quint32 type = 0;
    qint64 head = 0; // where its length stands
    qint64 from = 0; // where its content starts
    qint64 end = 0;
};

struct Track
{
    quint32 id = 0;
    quint32 handler = 0;
    quint32 codec = 0;
    qint64 timescale = 0; // ticks a second
    int channels = 0;
    int sampleRate = 0;
    int samplesPerPacket = 0; // where all packets last as long; 0 where ticks tell
    QByteArray setup;
    qint64 packets = 0; // as many as have a size
    qint64 timed = 0;   // as many as have a time
    qint64 ticks = 0;
    qint64 packetBytes = 0; // where all are as large
    qint64 sizesFrom = 0;   // else the table of them
    qint64 firstChunk = 0;
    qint64 packetsInFirstChunk = 0;
    int edits = 0;
    qint64 editFrom = 0;    // ticks
    qint64 editLength = 0;  // of the movie's clock; 0 for all
    quint32 usualTicks = 0; // of a packet in a fragment that does not say
    quint32 usualBytes = 0;
};

class IsoTracks
{
public:
    explicit IsoTracks(MediaFile &file)
        : m_file(file)
        , m_window(file, windowBytes)
    {
    }

    std::optional<SoundReading> reading()
    {
        readBoxes({0, 0, 0, m_file.size()}, 0);
        if (m_doubt || m_file.stopped())
            return std::nullopt;
        const auto sound = std::find_if(m_tracks.begin(), m_tracks.end(),
                                        [](const Track &track) { return track.handler == code("soun"); });
        if (sound == m_tracks.end() || !describes(*sound))
            return std::nullopt;
        const std::optional<double> seconds = length(*sound);
        if (!seconds || m_file.stopped())
            return std::nullopt;
        m_reading.channels = sound->channels;
        m_reading.sampleRate = sound->sampleRate;
        m_reading.setup = sound->setup;
        m_reading.hasVideo = std::any_of(m_tracks.begin(), m_tracks.end(),
                                         [](const Track &track) { return track.handler == code("vide"); });
        m_reading.duration = believable(std::chrono::milliseconds(qint64(*seconds * 1000)));
        if (sound->firstChunk > 0)
            collectFirstPackets(*sound);
        return m_doubt || m_reading.firstPackets.isEmpty() ? std::nullopt : std::optional(m_reading);
    }

private:
    void doubt() { m_doubt = true; }

    QByteArrayView bytes(qint64 at, qsizetype length)
    {
        const QByteArrayView view = m_window.at(at, length);
        if (view.size() < length)
            doubt();
        return view.first(std::min(view.size(), length));
    }

    quint32 word(qint64 at)
    {
        const QByteArrayView view = bytes(at, 4);
        return view.size() == 4 ? qFromBigEndian<quint32>(view.data()) : 0;
    }

    quint64 longWord(qint64 at) { return quint64(word(at)) << 32 | word(at + 4); }

    /// A number of 4 bytes in a version 0, of 8 in a version 1.
    qint64 number(qint64 at, bool isLong)
    {
        const quint64 value = isLong ? longWord(at) : word(at);
        if (value > quint64(1) << 62)
            doubt();
        return qint64(value & ~(quint64(3) << 62));
    }

    std::optional<Box> boxAt(qint64 at, qint64 end)
    {
        if (end - at < 8 || ++m_boxes > maxBoxes)
            return std::nullopt;
        Box box{word(at + 4), at, at + 8, end};
        const quint64 length = word(at);
        if (length == 0)
            return box;
        const bool isLong = length == 1;
        const quint64 whole = isLong && end - at >= 16 ? longWord(at + 8) : length;
        box.from = at + (isLong ? 16 : 8);
        if (whole < quint64(box.from - at) || whole > quint64(end - at))
            return std::nullopt;
        box.end = at + qint64(whole);
        return box;
    }

    void readBoxes(const Box &outer, int depth)
    {
        for (qint64 at = outer.from; at < outer.end && !m_doubt;) {
            const std::optional<Box> box = depth < maxDepth ? boxAt(at, outer.end) : std::nullopt;
            // Some writers end a list of boxes with four zeros.
            if (!box && outer.end - at == 4 && depth > 0)
                return;
            if (!box)
                return doubt();
            readBox(*box, depth);
            at = box->end;
        }
    }

    void readBox(const Box &box, int depth)
    {
        switch (box.type) {
        case code("moov"):
            if (std::exchange(m_hasMovie, true))
                doubt();
            return readBoxes(box, depth + 1);
        case code("moof"):
            if (!m_hasMovie)
                return doubt();
            m_fragmentFrom = box.head;
            return readBoxes(box, depth + 1);
        case code("trak"):
            if (m_tracks.size() >= maxTracks)
                return doubt();
            m_fragmentTrack = nullptr; // they may move
            m_tracks.append(Track());
            m_inTrack = true;
            readBoxes(box, depth + 1);
            m_inTrack = false;
            return;
        case code("mdia"):
        case code("minf"):
        case code("stbl"):
        case code("edts"):
        case code("mvex"):
        case code("traf"):
            return readBoxes(box, depth + 1);
        case code("mvhd"):
            m_movieScale = word(box.from + (isLong(box) ? 20 : 12));
            return;
        case code("udta"):
            return lookForTrimming(box);
        case code("trex"):
            if (Track *track = trackOf(word(box.from + 4))) {
                track->usualTicks = word(box.from + 12);
                track->usualBytes = word(box.from + 16);
            }
            return;
        case code("tfhd"):
            return readFragmentHeader(box);
        case code("trun"):
            return readRun(box);
        case code("cmov"): // compressed
            return doubt();
        default:
            if (m_inTrack)
                readOfTrack(box, m_tracks.last());
        }
    }

    void readOfTrack(const Box &box, Track &track)
    {
        switch (box.type) {
        case code("tkhd"):
            track.id = word(box.from + (isLong(box) ? 20 : 12));
            return;
        case code("mdhd"):
            track.timescale = word(box.from + (isLong(box) ? 20 : 12));
            return;
        case code("hdlr"):
            if (track.handler == 0) // QuickTime has a second for where the bytes are
                track.handler = word(box.from + 8);
            return;
        case code("elst"):
            return readEdits(box, track);
        case code("stsd"):
            return readDescription(box, track);
        case code("stts"):
            return readTimes(box, track);
        case code("stsz"):
            track.packetBytes = word(box.from + 4);
            track.packets = word(box.from + 8);
            track.sizesFrom = box.from + 12;
            if (track.packetBytes == 0 && track.packets > (box.end - track.sizesFrom) / 4)
                doubt();
            return;
        case code("stz2"):
            return doubt();
        case code("stsc"):
            track.packetsInFirstChunk = word(box.from + 4) > 0 ? word(box.from + 12) : 0;
            return;
        case code("stco"):
        case code("co64"):
            return readChunks(box, track);
        default: // of no matter for how long it lasts
            return;
        }
    }

    bool isLong(const Box &box) { return word(box.from) >> 24 == 1; }

    Track *trackOf(quint32 id)
    {
        const auto found =
            std::find_if(m_tracks.begin(), m_tracks.end(), [id](const Track &track) { return track.id == id; });
        return found == m_tracks.end() ? nullptr : &*found;
    }

    /// Some encoders say in a comment what they added; the demuxer believes them, so that it is for the demuxer.
    void lookForTrimming(const Box &box)
    {
        constexpr qint64 mostOfIt = windowBytes;
        const auto length = qsizetype(std::min(box.end - box.from, mostOfIt));
        if (m_window.at(box.from, length).first(length).contains("iTunSMPB"))
            m_trimmedByComment = true;
    }

    void readEdits(const Box &box, Track &track)
    {
        const bool isLong = this->isLong(box);
        const qint64 each = isLong ? 20 : 12;
        const quint32 count = word(box.from + 4);
        for (quint32 i = 0; i < count && !m_doubt; ++i) {
            const qint64 at = box.from + 8 + i * each;
            if (count > 2 || at + each > box.end)
                return doubt();
            const bool isPause = word(isLong ? at + 8 : at + 4) == 0xffffffff; // before the sound: not decoded
            if (isPause && i == 0)
                continue;
            if (++track.edits > 1 || isPause || word(at + each - 4) != 0x10000)
                return doubt();
            track.editLength = number(at, isLong);
            track.editFrom = number(at + (isLong ? 8 : 4), isLong);
        }
    }

    void readTimes(const Box &box, Track &track)
    {
        const quint32 count = word(box.from + 4);
        if (count > (box.end - box.from - 8) / 8)
            return doubt();
        for (quint32 i = 0; i < count && !m_doubt; ++i) {
            const qint64 packets = word(box.from + 8 + i * qint64(8));
            addTicks(track, packets, word(box.from + 12 + i * qint64(8)));
        }
    }

    void addTicks(Track &track, qint64 packets, quint32 each)
    {
        constexpr qint64 most = qint64(1) << 53;
        if (each > 0 && packets > (most - std::min(most, track.ticks)) / each)
            return doubt();
        track.timed += packets;
        track.ticks += packets * each;
    }

    void readChunks(const Box &box, Track &track)
    {
        const bool isLong = box.type == code("co64");
        const qint64 each = isLong ? 8 : 4;
        const qint64 count = word(box.from + 4);
        if (count == 0)
            return;
        if (count > (box.end - box.from - 8) / each)
            return doubt();
        track.firstChunk = number(box.from + 8, isLong);
        const qint64 last = number(box.from + 8 + (count - 1) * each, isLong);
        if (track.firstChunk >= m_file.size() || last >= m_file.size())
            doubt();
    }

    void readDescription(const Box &box, Track &track)
    {
        const std::optional<Box> entry = boxAt(box.from + 8, box.end);
        if (word(box.from + 4) != 1 || !entry)
            return doubt();
        track.codec = entry->type;
        const quint32 version = word(entry->from + 8) >> 16; // QuickTime's are longer
        const qint64 soundHeader = version == 1 ? 44 : 28;
        if (entry->end - entry->from < soundHeader || version > 1)
            return;
        track.channels = int(word(entry->from + 16) >> 16);
        track.sampleRate = int(word(entry->from + 24) >> 16);
        readSetup({0, 0, entry->from + soundHeader, entry->end}, track, 0);
    }

    void readSetup(const Box &outer, Track &track, int depth)
    {
        for (qint64 at = outer.from; at < outer.end;) {
            const std::optional<Box> box = boxAt(at, outer.end);
            if (!box)
                return;
            const qint64 length = box->end - box->head;
            if (box->type == code("wave") && depth == 0)
                readSetup(*box, track, depth + 1);
            else if (box->type == code("esds") && length <= longestSetup)
                readElementaryStream(bytes(box->from + 4, qsizetype(length - 12)), track);
            else if (box->type == code("alac") && track.codec == code("alac") && length <= longestSetup)
                track.setup = bytes(box->head, qsizetype(length)).toByteArray();
            at = box->end;
        }
    }

    /// Descriptors within each other, of which the innermost is what an AAC decoder must know.
    void readElementaryStream(QByteArrayView in, Track &track)
    {
        enum : uchar { StreamTag = 3, ConfigTag = 4, SetupTag = 5 };
        bool isAac = false;
        while (in.size() >= 2) {
            const auto tag = uchar(in[0]);
            qsizetype at = 1;
            qsizetype length = 0;
            for (int i = 0; i < 4 && at < in.size(); ++i) {
                length = length << 7 | (in[at] & 0x7f);
                if (!(uchar(in[at++]) & 0x80))
                    break;
            }
            in = in.sliced(at);
            const qsizetype fixed = tag == StreamTag ? 3 : 13;
            if (tag == SetupTag) {
                if (isAac && length <= in.size())
                    readAacSetup(in.first(length), track);
                return;
            }
            if ((tag != StreamTag && tag != ConfigTag) || in.size() < fixed)
                return;
            if (tag == StreamTag && in[2] & 0xe0) // fields that nobody writes
                return;
            if (tag == ConfigTag)
                isAac = in[0] == 0x40 || in[0] == 0x67;
            in = in.sliced(fixed);
        }
    }

    static void readAacSetup(QByteArrayView setup, Track &track)
    {
        enum { AacLow = 2, SpectralReplication = 5, ParametricStereo = 29, EscapedRate = 15 };
        static constexpr std::array<int, 13> rates{96000, 88200, 64000, 48000, 44100, 32000, 24000,
                                                   22050, 16000, 12000, 11025, 8000,  7350};
        if (setup.size() < 2)
            return;
        const int kind = uchar(setup[0]) >> 3;
        const int rate = (setup[0] & 7) << 1 | uchar(setup[1]) >> 7;
        const bool known = kind == AacLow || kind == SpectralReplication || kind == ParametricStereo;
        if (!known || rate >= int(rates.size()))
            return;
        // The bit that makes frames shorter stands behind channels, or behind fields that nobody reads here.
        if (kind == AacLow && setup[1] & 4)
            return;
        track.sampleRate = rates[size_t(rate)];
        track.channels = std::max(1, uchar(setup[1]) >> 3 & 15);
        track.samplesPerPacket = 1024;
        track.setup = setup.toByteArray();
    }

    void readFragmentHeader(const Box &box)
    {
        enum : quint32 { HasBase = 1, HasDescription = 2, HasTicks = 8, HasBytes = 16 };
        const quint32 flags = word(box.from);
        m_fragmentTrack = trackOf(word(box.from + 4));
        qint64 at = box.from + 8;
        m_dataFrom = flags & HasBase ? number(at, true) : m_fragmentFrom;
        at += (flags & HasBase ? 8 : 0) + (flags & HasDescription ? 4 : 0);
        if (!m_fragmentTrack)
            return;
        m_fragmentTicks = m_fragmentTrack->usualTicks;
        m_fragmentBytes = m_fragmentTrack->usualBytes;
        if (flags & HasTicks)
            m_fragmentTicks = word(at);
        at += flags & HasTicks ? 4 : 0;
        if (flags & HasBytes)
            m_fragmentBytes = word(at);
    }

    void readRun(const Box &box)
    {
        enum : quint32 {
            HasData = 1,
            HasFirstFlags = 4,
            HasTicks = 0x100,
            HasBytes = 0x200,
            HasFlags = 0x400,
            HasShift = 0x800
        };
        Track *track = m_fragmentTrack;
        if (!track)
            return doubt();
        const quint32 flags = word(box.from);
        const qint64 count = word(box.from + 4);
        const qint64 dataFrom = m_dataFrom + (flags & HasData ? qint32(word(box.from + 8)) : 0);
        const qint64 table = box.from + 8 + (flags & HasData ? 4 : 0) + (flags & HasFirstFlags ? 4 : 0);
        const qint64 each = (flags & HasTicks ? 4 : 0) + (flags & HasBytes ? 4 : 0) + (flags & HasFlags ? 4 : 0) +
                            (flags & HasShift ? 4 : 0);
        if (count == 0)
            return;
        if ((each > 0 && count > (box.end - table) / each) || dataFrom < 0 || dataFrom >= m_file.size())
            return doubt();
        const bool isSound = track->handler == code("soun");
        if (isSound && track->firstChunk == 0 && m_reading.firstPackets.isEmpty()) {
            const quint32 size = flags & HasBytes ? word(table + (flags & HasTicks ? 4 : 0)) : m_fragmentBytes;
            takePacket(dataFrom, size);
        }
        track->packets += count;
        if (!(flags & HasTicks))
            return addTicks(*track, count, m_fragmentTicks);
        for (qint64 i = 0; i < count && !m_doubt; ++i)
            addTicks(*track, 1, word(table + i * each));
    }

    void takePacket(qint64 at, qint64 size)
    {
        if (size <= 0 || size > longestPacket || at > m_file.size() - size)
            return doubt();
        m_reading.firstPackets.append(m_file.bytesAt(at, size));
    }

    void collectFirstPackets(const Track &sound)
    {
        m_reading.firstPackets.clear();
        qint64 at = sound.firstChunk;
        const qint64 count = std::min<qint64>({triedPackets, sound.packetsInFirstChunk, sound.packets});
        for (qint64 i = 0; i < count && !m_doubt; ++i) {
            const qint64 size = sound.packetBytes > 0 ? sound.packetBytes : word(sound.sizesFrom + i * 4);
            takePacket(at, size);
            at += size;
        }
    }

    bool describes(Track &sound)
    {
        for (const Track &track : m_tracks) {
            // One picture is a cover, and pictures of their own kind are chapters.
            const bool still = track.codec == code("jpeg") || track.codec == code("png ") || track.packets <= 1;
            if (track.handler == code("vide") && still)
                return false;
        }
        switch (sound.codec) {
        case code("mp4a"):
            m_reading.codec = QLatin1String("aac");
            return sound.samplesPerPacket > 0;
        case code("alac"):
            m_reading.codec = QLatin1String("alac");
            return !sound.setup.isEmpty();
        case code("samr"):
            m_reading.codec = QLatin1String("amr_nb");
            sound.channels = 1; // whatever the header says
            sound.sampleRate = 8000;
            return true;
        case code("sawb"):
            m_reading.codec = QLatin1String("amr_wb");
            sound.channels = 1;
            sound.sampleRate = 16000;
            return true;
        default: // FFmpeg knows many more
            return false;
        }
    }

    /// What decodes, in seconds.
    std::optional<double> length(const Track &sound) const
    {
        if (sound.timescale <= 0 || sound.packets <= 0 || sound.timed != sound.packets)
            return std::nullopt;
        const auto scale = double(sound.timescale);
        const double byTicks = double(sound.ticks) / scale;
        const double packet = byTicks / double(sound.packets);
        // The last packet may be said to be shorter than it decodes to.
        const double decoded = sound.samplesPerPacket > 0
                                   ? double(sound.packets) * sound.samplesPerPacket / double(sound.sampleRate)
                                   : byTicks;
        if (decoded < byTicks - packet / 2 || decoded > byTicks + packet * 1.1)
            return std::nullopt;
        const double start = double(sound.editFrom) / scale;
        const double end = m_movieScale > 0 ? double(sound.editLength) / double(m_movieScale) : 0;
        // FFmpeg takes nothing off where all of the sound is in fragments.
        if (sound.firstChunk == 0)
            return decoded;
        const bool cutAtEnd = end > 0 && end < byTicks - start - packet;
        constexpr int mostAdded = 4; // packets that an encoder puts before the sound
        if (cutAtEnd || start > mostAdded * packet || (m_trimmedByComment && sound.edits == 0))
            return std::nullopt;
        return decoded - start;
    }

    MediaFile &m_file;
    MediaWindow m_window;
    bool m_doubt = false;
    int m_boxes = 0;
    bool m_hasMovie = false;
    bool m_inTrack = false; // the last of them
    bool m_trimmedByComment = false;
    qint64 m_movieScale = 0;
    QList<Track> m_tracks;
    qint64 m_fragmentFrom = 0;
    qint64 m_dataFrom = 0;
    Track *m_fragmentTrack = nullptr;
    quint32 m_fragmentTicks = 0;
    quint32 m_fragmentBytes = 0;
    SoundReading m_reading;
};

} // namespace

std::optional<SoundReading> readIsoTracks(MediaFile &file)
{
    return IsoTracks(file).reading();
}

} // namespace Holdfast
