// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/PacketScan.h"

#include "media/MpegFrames.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/intreadwrite.h>
}

#include <algorithm>

namespace Holdfast {

namespace {

constexpr AVRational milliseconds{1, 1000};

/// Adds up how long packets last, without what a player leaves out at either end.
class PlayingTime
{
public:
    PlayingTime(const AVStream &stream, MediaContainer container)
        : m_codec(*stream.codecpar)
        , m_timeBase(stream.time_base)
        , m_sampleRate(stream.codecpar->sample_rate)
        , m_byTimeStamps(container == MediaContainer::Ogg)
    {
    }

    void add(const AVPacket &packet)
    {
        const int64_t time = packet.pts != AV_NOPTS_VALUE ? packet.pts : packet.dts;
        const int64_t duration = durationOf(packet);
        if (time != AV_NOPTS_VALUE)
            stretchTo(time, duration);
        if (packet.flags & AV_PKT_FLAG_DISCARD)
            return;
        if (duration > 0)
            m_sum += duration;
        else
            ++m_withoutDuration;
        size_t size = 0;
        const uint8_t *skip = av_packet_get_side_data(&packet, AV_PKT_DATA_SKIP_SAMPLES, &size);
        if (skip && size >= 8 && m_sampleRate > 0) {
            const int64_t samples = int64_t(AV_RL32(skip)) + int64_t(AV_RL32(skip + 4));
            m_skipped += av_rescale_q(samples, {1, m_sampleRate}, milliseconds);
        }
    }

    std::optional<std::chrono::milliseconds> total() const
    {
        const int64_t span = m_past + (m_end - m_first);
        // One or two packets without a duration are the start of a codec that needs them to warm up.
        const bool durationsAreMissing = m_withoutDuration > 2;
        const int64_t ticks = m_byTimeStamps ? span : durationsAreMissing ? std::max(m_sum, span) : m_sum;
        const std::chrono::milliseconds time(av_rescale_q(ticks, m_timeBase, milliseconds) -
                                             (m_byTimeStamps ? 0 : m_skipped));
        return believable(time);
    }

private:
    /// Tables say where the sound of the last AAC packet ends, but it decodes to its full length.
    int64_t durationOf(const AVPacket &packet) const
    {
        constexpr int samples = 1024;
        if (m_codec.codec_id != AV_CODEC_ID_AAC || m_sampleRate <= 0)
            return packet.duration;
        return std::max(packet.duration, av_rescale_q(samples, {1, m_sampleRate}, m_timeBase));
    }

    /// What lies before time 0 is not played. A clock that goes back is the start of another recording behind the
    /// first.
    void stretchTo(int64_t time, int64_t duration)
    {
        const bool isFirst = m_last == AV_NOPTS_VALUE;
        if (!isFirst && time < m_last && m_byTimeStamps)
            m_past += m_end - m_first;
        if (isFirst || (time < m_last && m_byTimeStamps))
            m_first = m_end = std::max<int64_t>(0, time);
        m_end = std::max(m_end, time + duration);
        m_last = time;
    }

    const AVCodecParameters &m_codec;
    AVRational m_timeBase;
    int m_sampleRate;
    bool m_byTimeStamps; // Ogg's are exact, while its packets' durations depend on their neighbours
    int64_t m_sum = 0;
    int64_t m_skipped = 0; // ms
    int64_t m_withoutDuration = 0;
    int64_t m_past = 0; // of recordings before the one that m_first and m_end are of
    int64_t m_first = 0;
    int64_t m_end = 0;
    int64_t m_last = AV_NOPTS_VALUE;
};

/// What of a packet is media. In files of bare frames, packets may also be noise between them.
int64_t bytesOfMedia(const AVPacket &packet, MediaContainer container)
{
    const bool mp3 = container == MediaContainer::Mp3;
    if (!mp3 && container != MediaContainer::Adts)
        return packet.size;
    const QByteArrayView bytes(packet.data, packet.size);
    const auto frame = mpegFrameAt(mp3 ? MpegFrames::Mp3 : MpegFrames::Adts, bytes);
    return frame && frame->length == packet.size ? packet.size : 0;
}

/// Not so noise and tags between frames, nor the last packet of a file that was cut off; but samples that stand for
/// themselves are sound as far as they go, and the decoder of MP3 makes do with a part of a frame.
bool decodesToItsLength(const AVPacket &packet, const AVStream &of, MediaContainer container)
{
    if (container == MediaContainer::Mp3) {
        const auto frame = mpegFrameAt(MpegFrames::Mp3, QByteArrayView(packet.data, packet.size));
        return frame && frame->length >= packet.size;
    }
    if (container == MediaContainer::Adts)
        return bytesOfMedia(packet, container) > 0;
    return !(packet.flags & AV_PKT_FLAG_CORRUPT) || av_get_exact_bits_per_sample(of.codecpar->codec_id) > 0;
}

bool givesAFrame(AVCodecContext &decoder, const AVPacket *packet, AVFrame &frame)
{
    // Damaged packets are refused here; the next may be sound.
    if (avcodec_send_packet(&decoder, packet) < 0)
        return false;
    while (avcodec_receive_frame(&decoder, &frame) >= 0)
        if (frame.nb_samples > 0)
            return true;
    return false;
}

/// Only the header that encoders put into MP3 counts frames; others are estimates, and cut files show by their sizes.
std::optional<std::chrono::milliseconds> promisedDuration(MediaStream &stream, const AVStream &of)
{
    if (stream.container() != MediaContainer::Mp3 || of.duration <= 0 || of.duration == AV_NOPTS_VALUE ||
        stream.context().duration_estimation_method == AVFMT_DURATION_FROM_BITRATE)
        return std::nullopt;
    return std::chrono::milliseconds(av_rescale_q(of.duration, of.time_base, milliseconds));
}

} // namespace

std::optional<std::chrono::milliseconds> believable(std::chrono::milliseconds duration)
{
    constexpr std::chrono::milliseconds longest = std::chrono::hours(24 * 30);
    return duration.count() > 0 && duration <= longest ? std::optional(duration) : std::nullopt;
}

bool fallsShort(std::optional<std::chrono::milliseconds> duration, std::optional<std::chrono::milliseconds> promised)
{
    // Headers round, and count what players leave out: up to two frames at either end.
    constexpr std::chrono::milliseconds rounding(250);
    return promised && duration && *duration + rounding < *promised;
}

PacketTally scanPackets(MediaStream &stream, const AVStream &of)
{
    PacketTally tally;
    tally.promised = promisedDuration(stream, of);
    stream.readOnly(&of);
    const LibavPointer<AVPacket> packet(av_packet_alloc());
    const LibavPointer<AVFrame> frame(av_frame_alloc());
    const bool isSound = of.codecpar->codec_type == AVMEDIA_TYPE_AUDIO;
    const LibavPointer<AVCodecContext> decoder = isSound ? MediaStream::decoderFor(of) : nullptr;
    if (!packet || !frame)
        return tally;
    PlayingTime time(of, stream.container());
    bool lastIsDamaged = false;
    while (stream.hasNextPacket(*packet)) {
        if (packet->stream_index == of.index) {
            ++tally.packets;
            tally.bytes += bytesOfMedia(*packet, stream.container());
            lastIsDamaged = packet->flags & AV_PKT_FLAG_CORRUPT;
            if (decodesToItsLength(*packet, of, stream.container()))
                time.add(*packet);
            if (decoder && !tally.decodes)
                tally.decodes = givesAFrame(*decoder, packet.get(), *frame);
        }
        av_packet_unref(packet.get());
    }
    if (decoder && !tally.decodes)
        tally.decodes = givesAFrame(*decoder, nullptr, *frame);
    if (tally.decodes) {
        tally.channels = frame->ch_layout.nb_channels;
        tally.sampleRate = frame->sample_rate;
    }
    tally.incomplete = lastIsDamaged;
    tally.duration = time.total();
    return tally;
}

} // namespace Holdfast
