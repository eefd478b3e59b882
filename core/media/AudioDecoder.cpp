// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/AudioDecoder.h"

#include "media/AmrFrames.h"
#include "media/MediaRefusal.h"
#include "media/MediaStream.h"
#include "media/SoundReading.h"
#include "media/WavHeader.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/samplefmt.h>
#include <libswresample/swresample.h>
}

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

namespace Holdfast {

namespace {

/// Codecs lean on what came before, MP3 of few bits on ten frames: so much is decoded and dropped ahead of the place
/// that was asked for.
constexpr int warmUpSeconds = 1;

/// Makes float samples in one or two channels, interleaved and at one rate, of whatever frames come.
class SampleConverter
{
public:
    /// The channels and the rate of the first frame are those of the sound.
    void adopt(const AVFrame &frame)
    {
        m_channels = std::min(frame.ch_layout.nb_channels, 2);
        m_rate = frame.sample_rate;
    }

    int channels() const { return m_channels; }
    int rate() const { return m_rate; }

    bool append(const AVFrame &frame, std::vector<float> &to)
    {
        if (!fits(frame) && !prepareFor(frame))
            return false;
        const int room = swr_get_out_samples(m_swr.get(), frame.nb_samples);
        if (room < 0)
            return false;
        const size_t before = to.size();
        to.resize(before + size_t(room) * size_t(m_channels));
        auto *out = reinterpret_cast<uint8_t *>(to.data() + before);
        const int made =
            swr_convert(m_swr.get(), &out, room, const_cast<const uint8_t **>(frame.extended_data), frame.nb_samples);
        to.resize(before + size_t(std::max(made, 0)) * size_t(m_channels));
        return made >= 0;
    }

private:
    bool fits(const AVFrame &frame) const
    {
        return m_swr && frame.format == m_fromFormat && frame.sample_rate == m_fromRate &&
               frame.ch_layout.nb_channels == m_fromChannels;
    }

    bool prepareFor(const AVFrame &frame)
    {
        // Two channels are two people, whatever loudspeakers the file says they are for; they are never mixed.
        AVChannelLayout from{};
        AVChannelLayout to{};
        const int channels = frame.ch_layout.nb_channels;
        if (channels <= 2 || av_channel_layout_check(&frame.ch_layout) == 0 ||
            frame.ch_layout.order == AV_CHANNEL_ORDER_UNSPEC)
            av_channel_layout_default(&from, channels);
        else if (av_channel_layout_copy(&from, &frame.ch_layout) < 0)
            return false;
        av_channel_layout_default(&to, m_channels);
        SwrContext *made = nullptr;
        const int result = swr_alloc_set_opts2(&made, &to, AV_SAMPLE_FMT_FLT, m_rate, &from,
                                               AVSampleFormat(frame.format), frame.sample_rate, 0, nullptr);
        m_swr.reset(made);
        av_channel_layout_uninit(&from);
        if (result < 0 || swr_init(m_swr.get()) < 0) {
            m_swr.reset();
            return false;
        }
        m_fromFormat = frame.format;
        m_fromRate = frame.sample_rate;
        m_fromChannels = channels;
        return true;
    }

    LibavPointer<SwrContext> m_swr;
    int m_channels = 0;
    int m_rate = 0;
    int m_fromFormat = -1;
    int m_fromRate = 0;
    int m_fromChannels = 0;
};

} // namespace

struct AudioDecoder::State
{
    explicit State(std::shared_ptr<QIODevice> from)
        : device(std::move(from))
        , file(*device)
        , packet(av_packet_alloc())
        , part(av_packet_alloc())
        , frame(av_frame_alloc())
    {
    }

    Done start();
    Done restart();
    bool decodeMore();
    bool feed();
    bool give(AVPacket &whole);
    bool giveAmrFrame(AVPacket &whole);
    bool makeSilence();
    bool takeFrame();
    bool jumpTo(qint64 target);
    bool jumpInProportion(qint64 from, qint64 target);
    bool countsWrongAfterJumps();
    bool isUnbroken();
    qint64 samplesAt(int64_t timeStamp) const;
    qint64 ready() const { return qint64(pending.size() / size_t(converter.channels())) - qint64(pendingFrom); }
    void drop(qint64 frames);
    void forgetPending();

    std::shared_ptr<QIODevice> device;
    MediaFile file;
    std::optional<ContainerFacts> container;
    std::optional<bool> unbroken;                           // none until it matters
    std::optional<std::chrono::milliseconds> wholeDuration; // seek in proportion
    std::unique_ptr<MediaStream> stream;
    LibavPointer<AVCodecContext> decoder;
    LibavPointer<AVPacket> packet; // the one being decoded, without what was given to the decoder
    LibavPointer<AVPacket> part;
    int64_t lastGiven = std::numeric_limits<int64_t>::min(); // time stamp of a packet of Ogg
    std::optional<int64_t> silenceAt;                        // time stamp of a frame that says "silence"
    LibavPointer<AVFrame> frame;
    SampleConverter converter;
    std::vector<float> pending;   // decoded, not yet read
    size_t pendingFrom = 0;       // frames of it that were read
    qint64 position = 0;          // of the first pending frame
    qint64 origin = 0;            // time stamp of the sound's first sample, in samples
    qint64 wanted = 0;            // the next frame to be read; position catches up with it
    std::optional<qint64> landed; // where the first frame after a jump lies; none while not known
    bool draining = false;
};

Done AudioDecoder::State::start()
{
    if (!packet || !part || !frame)
        return fail(FailureKind::Internal, QStringLiteral("The file can't be played: out of memory."));
    container = recogniseContainer(file);
    if (!container)
        return fail(file.stopped() ? file.failure() : notAMediaFile(QStringLiteral("no known container")));
    if (container->container == MediaContainer::Wav) {
        const std::optional<WavHeader> header = readWavHeader(file);
        if (!header)
            return fail(file.stopped() ? file.failure() : nothingToPlay(QStringLiteral("WAV without format and data")));
        file.endAt(header->dataFrom + header->dataBytes); // what follows is not sound, and may upset the demuxer
    }
    return restart();
}

/// Opens the sound anew, so that the next frame is its first.
Done AudioDecoder::State::restart()
{
    decoder.reset();
    stream.reset();
    forgetPending();
    position = 0;
    auto opened = MediaStream::open(file, *container);
    if (!opened)
        return fail(opened.error());
    stream = std::move(*opened);
    decoder = stream->sound() ? MediaStream::decoderFor(*stream->sound()) : nullptr;
    if (!decoder)
        return fail(nothingToPlay(QStringLiteral("no sound that can be decoded")));
    stream->readOnly(stream->sound());
    if (!takeFrame())
        return fail(file.stopped() ? file.failure() : nothingToPlay(QStringLiteral("no frame decodes")));
    if (converter.channels() == 0)
        converter.adopt(*frame);
    origin = frame->best_effort_timestamp == AV_NOPTS_VALUE ? 0 : samplesAt(frame->best_effort_timestamp);
    if (!converter.append(*frame, pending))
        return fail(nothingToPlay(QStringLiteral("the samples can't be converted")));
    return {};
}

void AudioDecoder::State::forgetPending()
{
    pending.clear();
    pendingFrom = 0;
    draining = false;
    silenceAt.reset();
    lastGiven = std::numeric_limits<int64_t>::min();
    av_packet_unref(packet.get());
}

qint64 AudioDecoder::State::samplesAt(int64_t timeStamp) const
{
    return av_rescale_q(timeStamp, stream->sound()->time_base, {1, converter.rate()});
}

/// Gives the decoder the next packet, or the news that there is none; false where it has had that.
bool AudioDecoder::State::feed()
{
    if (draining)
        return false;
    while (packet->size > 0 || stream->hasNextPacket(*packet)) {
        if (packet->stream_index != stream->sound()->index)
            av_packet_unref(packet.get());
        else if (give(*packet))
            return true;
    }
    draining = true;
    return avcodec_send_packet(decoder.get(), nullptr) >= 0;
}

/// False where the decoder did not take it: a damaged packet is refused; the sound goes on with the next.
bool AudioDecoder::State::give(AVPacket &whole)
{
    const AVCodecID codec = stream->sound()->codecpar->codec_id;
    if (whole.size > 0 && (codec == AV_CODEC_ID_AMR_NB || codec == AV_CODEC_ID_AMR_WB))
        return giveAmrFrame(whole);
    // Another recording, joined to the one before, does not sound on from it.
    if (container->container == MediaContainer::Ogg && whole.pts != AV_NOPTS_VALUE) {
        if (whole.pts < lastGiven)
            avcodec_flush_buffers(decoder.get());
        lastGiven = whole.pts;
    }
    const bool taken = avcodec_send_packet(decoder.get(), &whole) >= 0;
    av_packet_unref(&whole);
    return taken;
}

/// The decoder takes neither several frames at once with silence among them nor silence itself, which lasts as long as
/// a frame of sound.
bool AudioDecoder::State::giveAmrFrame(AVPacket &whole)
{
    const bool wide = stream->sound()->codecpar->codec_id == AV_CODEC_ID_AMR_WB;
    const int length = amrFrameLength(wide ? AmrBand::Wide : AmrBand::Narrow, whole.data[0]);
    const bool isCutOff = length > whole.size;
    if (isCutOff || av_packet_ref(part.get(), &whole) < 0) {
        av_packet_unref(&whole);
        return false;
    }
    part->size = length;
    if (avcodec_send_packet(decoder.get(), part.get()) < 0)
        silenceAt = whole.pts;
    av_packet_unref(part.get());
    whole.data += length;
    whole.size -= length;
    if (whole.size == 0)
        av_packet_unref(&whole);
    else if (whole.pts != AV_NOPTS_VALUE)
        whole.pts += av_rescale_q(1, {1, amrFramesPerSecond}, stream->sound()->time_base);
    return true;
}

bool AudioDecoder::State::makeSilence()
{
    av_frame_unref(frame.get());
    frame->format = decoder->sample_fmt;
    frame->sample_rate = decoder->sample_rate;
    frame->nb_samples = decoder->sample_rate / amrFramesPerSecond;
    frame->best_effort_timestamp = *std::exchange(silenceAt, std::nullopt);
    return av_channel_layout_copy(&frame->ch_layout, &decoder->ch_layout) >= 0 &&
           av_frame_get_buffer(frame.get(), 0) >= 0 &&
           av_samples_set_silence(frame->extended_data, 0, frame->nb_samples, frame->ch_layout.nb_channels,
                                  decoder->sample_fmt) >= 0;
}

/// Decodes until there is a frame of sound; false at the end and when the file stopped.
bool AudioDecoder::State::takeFrame()
{
    for (;;) {
        const int result = avcodec_receive_frame(decoder.get(), frame.get());
        if (result >= 0 && frame->nb_samples > 0 && frame->sample_rate > 0 && frame->ch_layout.nb_channels > 0)
            return true;
        if (silenceAt && makeSilence())
            return true;
        if (result == AVERROR_EOF || (result < 0 && !feed()))
            return false;
    }
}

bool AudioDecoder::State::decodeMore()
{
    pending.clear();
    pendingFrom = 0;
    while (takeFrame()) {
        if (frame->best_effort_timestamp != AV_NOPTS_VALUE)
            landed = samplesAt(frame->best_effort_timestamp) - origin;
        if (converter.append(*frame, pending) && !pending.empty())
            return true;
    }
    return false;
}

void AudioDecoder::State::drop(qint64 frames)
{
    pendingFrom += size_t(frames);
    position += frames;
}

/// In files that were joined, or have noise or tags between their packets, time stamps are not what was decoded before.
bool AudioDecoder::State::isUnbroken()
{
    if (!unbroken) {
        const std::optional<SoundReading> reading = readSound(file, *container);
        unbroken = reading && reading->unbroken;
    }
    return *unbroken;
}

/// Time stamps of compressed sound in WAV and AVI are guesses from the bit rate once a jump was made; those of FLAC in
/// Ogg are a packet off.
bool AudioDecoder::State::countsWrongAfterJumps()
{
    const AVCodecID codec = stream->sound()->codecpar->codec_id;
    switch (container->container) {
    case MediaContainer::Wav:
    case MediaContainer::Avi:
        return av_get_exact_bits_per_sample(codec) < 8;
    case MediaContainer::Ogg:
        return codec == AV_CODEC_ID_FLAC || (!wholeDuration && !isUnbroken());
    case MediaContainer::Mp3:
    case MediaContainer::Adts:
        return !wholeDuration && !isUnbroken();
    case MediaContainer::Iso:
    case MediaContainer::Amr:
        return false;
    }
    Q_UNREACHABLE();
}

/// True where the next decoded frame is known to lie at or before the target.
bool AudioDecoder::State::jumpTo(qint64 target)
{
    const qint64 from = target - qint64(warmUpSeconds) * converter.rate();
    if (from <= 0 || countsWrongAfterJumps())
        return false;
    const bool hasNoIndex = container->container == MediaContainer::Mp3 || container->container == MediaContainer::Adts;
    if (hasNoIndex && wholeDuration)
        return jumpInProportion(from, target);
    const int64_t timeStamp = av_rescale_q(origin + from, {1, converter.rate()}, stream->sound()->time_base);
    if (av_seek_frame(&stream->context(), stream->sound()->index, timeStamp, AVSEEK_FLAG_BACKWARD) < 0)
        return false;
    avcodec_flush_buffers(decoder.get());
    forgetPending();
    landed.reset();
    if (!decodeMore() || !landed || *landed > target || *landed < 0)
        return false;
    position = *landed;
    return true;
}

/// Where a frame lies among the bytes of the sound tells its time.
bool AudioDecoder::State::jumpInProportion(qint64 from, qint64 target)
{
    const qint64 frames = wholeDuration->count() * converter.rate() / 1000;
    const qint64 bytes = file.size() - container->soundFrom; // what the demuxer is shown
    if (frames <= 0 || bytes <= 0 || from >= frames)
        return false;
    const auto inProportion = [](qint64 place, qint64 whole, qint64 to) {
        return qint64(double(place) / double(whole) * double(to));
    };
    if (av_seek_frame(&stream->context(), -1, inProportion(from, frames, bytes), AVSEEK_FLAG_BYTE) < 0)
        return false;
    avcodec_flush_buffers(decoder.get());
    forgetPending();
    if (!decodeMore() || frame->pkt_pos < 0)
        return false;
    position = std::min(target, inProportion(frame->pkt_pos, bytes, frames));
    return true;
}

AudioDecoder::AudioDecoder(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

AudioDecoder::~AudioDecoder() = default;

Result<std::unique_ptr<AudioDecoder>> AudioDecoder::open(std::shared_ptr<QIODevice> file,
                                                         std::optional<std::chrono::milliseconds> wholeDuration)
{
    auto state = std::make_unique<State>(std::move(file));
    state->wholeDuration = wholeDuration;
    if (state->file.stopped())
        return fail(state->file.failure());
    if (const Done started = state->start(); !started)
        return fail(started.error());
    return std::unique_ptr<AudioDecoder>(new AudioDecoder(std::move(state)));
}

int AudioDecoder::channels() const
{
    return m_state->converter.channels();
}

int AudioDecoder::sampleRate() const
{
    return m_state->converter.rate();
}

bool AudioDecoder::hasStopped() const
{
    return m_state->file.stopped();
}

Result<qsizetype> AudioDecoder::read(std::span<float> interleaved)
{
    State &state = *m_state;
    const auto channels = size_t(state.converter.channels());
    const auto room = qint64(interleaved.size() / channels);
    qint64 done = 0;
    while (done < room) {
        if (state.ready() == 0 && !state.decodeMore())
            break;
        state.drop(std::clamp<qint64>(state.wanted - state.position, 0, state.ready()));
        const qint64 count = std::min(room - done, state.ready());
        const float *from = state.pending.data() + state.pendingFrom * channels;
        std::copy_n(from, size_t(count) * channels, interleaved.data() + size_t(done) * channels);
        state.drop(count);
        state.wanted += count;
        done += count;
    }
    if (done == 0 && room > 0 && state.file.stopped())
        return fail(state.file.failure());
    return qsizetype(done);
}

Done AudioDecoder::seek(qint64 frame)
{
    State &state = *m_state;
    const qint64 target = std::max<qint64>(frame, 0);
    const qint64 ahead = target - state.position;
    state.wanted = target;
    // Near enough to be reached sooner by reading on, or only so.
    if (ahead >= 0 && (ahead < state.converter.rate() || state.countsWrongAfterJumps()))
        return {};
    if (state.jumpTo(target))
        return {};
    if (state.file.stopped())
        return fail(state.file.failure());
    return state.restart();
}

} // namespace Holdfast
