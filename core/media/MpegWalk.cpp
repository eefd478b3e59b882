// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/MpegWalk.h"

#include "media/MediaWindow.h"
#include "media/PacketScan.h"

#include <QtEndian>

#include <algorithm>

namespace Holdfast {

namespace {

constexpr qsizetype windowBytes = 131'072;
constexpr int triedPackets = 4;
constexpr qint64 ticksPerSecond = 28'224'000; // every rate of MP3 and AAC divides it
constexpr qint64 id3v1Bytes = 128;
constexpr int mostTags = 10'000; // a joined file has a few for each part

/// What the header that encoders put into a first MP3 frame says.
struct EncoderHeader
{
    qint64 frames = 0; // 0 where it does not say
    qint64 bytes = 0;  // likewise; of all frames
    qint64 delay = 0;  // samples that the encoder put before the sound
    qint64 padding = 0;
    bool saysDelay = false;
};

quint32 word(QByteArrayView bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.data() + at);
}

/// The fields stand one behind the other, each only where its flag is set, and the encoder's own at the end.
EncoderHeader readXing(QByteArrayView fields)
{
    enum : quint32 { HasFrames = 1, HasBytes = 2, HasTable = 4, HasQuality = 8 };
    EncoderHeader header;
    if (fields.size() < 8)
        return header;
    const quint32 flags = word(fields, 4);
    qsizetype at = 8;
    if ((flags & HasFrames) && fields.size() >= at + 4)
        header.frames = word(fields, at);
    at += flags & HasFrames ? 4 : 0;
    if ((flags & HasBytes) && fields.size() >= at + 4)
        header.bytes = word(fields, at);
    at += (flags & HasBytes ? 4 : 0) + (flags & HasTable ? 100 : 0) + (flags & HasQuality ? 4 : 0);
    if (fields.size() < at + 24)
        return header;
    const QByteArrayView encoder = fields.sliced(at, 4);
    const quint32 delays = word(fields, at + 20) & 0xffffff; // 12 bits each
    header.saysDelay =
        encoder == QByteArrayView("LAME") || encoder == QByteArrayView("Lavf") || encoder == QByteArrayView("Lavc");
    header.delay = delays >> 12;
    header.padding = delays & 0xfff;
    return header;
}

std::optional<EncoderHeader> encoderHeaderIn(const MpegFrame &frame, QByteArrayView bytes)
{
    const bool mono = frame.channels == 1;
    const qsizetype xing = 4 + (frame.samples == 1152 ? (mono ? 17 : 32) : (mono ? 9 : 17));
    constexpr qsizetype vbri = 4 + 32;
    const QByteArrayView whole = bytes.first(std::min<qsizetype>(bytes.size(), frame.length));
    if (whole.size() >= xing + 8) {
        const QByteArrayView fields = whole.sliced(xing);
        if (fields.startsWith("Xing") || fields.startsWith("Info"))
            return readXing(fields);
    }
    if (whole.size() >= vbri + 18 && whole.sliced(vbri).startsWith("VBRI")) {
        EncoderHeader header;
        header.frames = word(whole, vbri + 14);
        return header;
    }
    return std::nullopt;
}

/// Length of the tag that starts here and is no sound; 0 where none does.
qint64 tagLength(QByteArrayView bytes, qint64 left)
{
    if (const qint64 id3 = id3TagLength(bytes))
        return id3;
    if (bytes.startsWith("TAG") && left == id3v1Bytes)
        return id3v1Bytes;
    if (bytes.size() < 32 || !bytes.startsWith("APETAGEX"))
        return 0;
    constexpr quint32 isHeader = 0x20000000;
    constexpr qint64 headerBytes = 32;
    const qint64 items = qFromLittleEndian<quint32>(bytes.data() + 12); // and the footer
    return qFromLittleEndian<quint32>(bytes.data() + 20) & isHeader ? headerBytes + items : headerBytes;
}

class MpegWalk
{
public:
    MpegWalk(MediaFile &file, MpegFrames kind, qint64 from)
        : m_window(file, windowBytes)
        , m_kind(kind)
        , m_from(from)
        , m_at(from)
    {
    }

    std::optional<SoundReading> reading()
    {
        while (step()) {
        }
        if (m_frames == 0)
            return std::nullopt;
        MediaFile &file = m_window.file();
        const bool complete = !file.stopped();
        m_reading.codec = m_kind == MpegFrames::Mp3 ? QLatin1String("mp3") : QLatin1String("aac");
        m_reading.mostlyNoise = complete && m_soundBytes < (file.size() - m_from - m_tagBytes) / 2;
        m_reading.unbroken =
            m_runs == 1 && !m_joined && (!m_header || m_header->frames == 0 || m_frames <= m_header->frames);
        if (complete)
            m_reading.duration = believable(milliseconds(m_ticks - silence()));
        if (m_header && m_header->frames > 0)
            m_reading.promised = milliseconds(m_header->frames * m_first.samples * ticksPerSample());
        return m_reading;
    }

private:
    static std::chrono::milliseconds milliseconds(qint64 ticks)
    {
        return std::chrono::milliseconds(ticks / (ticksPerSecond / 1000));
    }

    qint64 ticksPerSample() const { return ticksPerSecond / m_first.sampleRate; }

    /// What the encoder added and the decoder takes away again; decoders of MP3 themselves are late by 529 samples.
    qint64 silence() const
    {
        constexpr qint64 decoderDelay = 529;
        if (!m_header || !m_header->saysDelay)
            return 0;
        const bool endIsThere = m_header->frames > 0 && m_frames >= m_header->frames;
        const qint64 atEnd = endIsThere ? std::max<qint64>(0, m_header->padding - decoderDelay) : 0;
        return (m_header->delay + decoderDelay + atEnd) * ticksPerSample();
    }

    bool step()
    {
        const qint64 left = m_window.file().size() - m_at;
        const QByteArrayView bytes = m_window.at(m_at, mpegHeaderBytes);
        const std::optional<MpegFrame> frame = mpegFrameAt(m_kind, bytes);
        if (frame && m_inStep && frame->constant == m_constant) {
            if (frame->length > left) {
                m_reading.incomplete = true;
                if (m_kind == MpegFrames::Mp3 && m_frames > 0) // its decoder makes do with a part
                    m_ticks += frame->samples * (ticksPerSecond / frame->sampleRate);
                return false;
            }
            take(*frame);
            m_at += frame->length;
            return true;
        }
        if (const qint64 tag = tagLength(m_window.at(m_at, 32), left)) {
            if (++m_tags > mostTags)
                return false;
            m_tagBytes += std::min(tag, left);
            m_at += tag;
            m_inStep = false;
            return m_at < m_window.file().size();
        }
        return fallIntoStep();
    }

    void take(const MpegFrame &frame)
    {
        m_soundBytes += frame.length;
        if (m_frames == 0 && !m_header && m_kind == MpegFrames::Mp3) {
            m_first = frame;
            if ((m_header = encoderHeaderIn(frame, m_window.at(m_at, frame.length)))) {
                const qint64 left = m_window.file().size() - m_at;
                const bool isOfFirstPart = m_header->bytes > 0 && left - m_header->bytes > m_header->bytes / 16;
                if (isOfFirstPart) // of several that were joined: it does not count them
                    m_header->frames = 0;
                m_joined = isOfFirstPart;
                return; // no sound in it
            }
        }
        if (m_frames++ == 0) {
            m_first = frame;
            m_reading.channels = frame.channels;
            m_reading.sampleRate = frame.sampleRate;
        }
        m_ticks += frame.samples * (ticksPerSecond / frame.sampleRate);
        if (m_reading.firstPackets.size() < triedPackets)
            m_reading.firstPackets.append(m_window.at(m_at, frame.length).first(frame.length).toByteArray());
    }

    /// Moves on to the next place where frames follow upon each other; false where there is none.
    bool fallIntoStep()
    {
        if (std::exchange(m_inStep, false))
            return true; // a tag may stand here, or frames of another kind
        for (;;) {
            const QByteArrayView bytes = m_window.at(m_at, threeMpegFrames);
            const qsizetype found = indexOfMpegFrames(m_kind, bytes);
            if (found >= 0) {
                m_at += found;
                m_constant = mpegFrameAt(m_kind, m_window.at(m_at, mpegHeaderBytes))->constant;
                m_inStep = true;
                ++m_runs;
                return true;
            }
            if (bytes.size() < threeMpegFrames)
                return false;
            // What follows may complete frames that start in the last bytes of these.
            m_at += bytes.size() - threeMpegFrames + 1;
        }
    }

    MediaWindow m_window;
    MpegFrames m_kind;
    qint64 m_from;
    qint64 m_at;
    bool m_inStep = false;
    quint32 m_constant = 0; // of the frames in step
    MpegFrame m_first;      // the first of sound, and at first that of the encoder's header
    std::optional<EncoderHeader> m_header;
    bool m_joined = false;
    int m_runs = 0; // of frames in step
    qint64 m_frames = 0;
    qint64 m_ticks = 0;
    qint64 m_soundBytes = 0;
    qint64 m_tagBytes = 0;
    int m_tags = 0;
    SoundReading m_reading;
};

} // namespace

std::optional<SoundReading> walkMpegFrames(MediaFile &file, MpegFrames kind, qint64 from)
{
    return MpegWalk(file, kind, from).reading();
}

} // namespace Holdfast
