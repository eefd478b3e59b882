// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/MediaStream.h"

#include "media/MediaRefusal.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libswresample/swresample.h>
}

#include <mutex>

namespace Holdfast {

namespace {

constexpr int bufferBytes = 16'384; // no more is waited for than is needed, where it comes from far away
constexpr int64_t searchBytes = 262'144;
constexpr int maxStreams = 32;
constexpr int maxDamagedPackets = 64; // in a row, before a file counts as ended
// A table of contents takes 24 bytes a packet; a forged one may promise billions of packets.
constexpr size_t maxAllocation = size_t(24) << 20;

const char *demuxerName(MediaContainer container)
{
    switch (container) {
    case MediaContainer::Wav:
        return "wav";
    case MediaContainer::Avi:
        return "avi";
    case MediaContainer::Iso:
        return "mov";
    case MediaContainer::Ogg:
        return "ogg";
    case MediaContainer::Mp3:
        return "mp3";
    case MediaContainer::Adts:
        return "aac";
    case MediaContainer::Amr:
        return "amr";
    }
    Q_UNREACHABLE();
}

/// Files may name other files to read. They do not get them.
int refuseToOpen(AVFormatContext *, AVIOContext **, const char *, int, AVDictionary **)
{
    return AVERROR(EPERM);
}

int isStopped(void *file)
{
    return static_cast<MediaFile *>(file)->stopped() ? 1 : 0;
}

QString errorText(int error)
{
    std::array<char, AV_ERROR_MAX_STRING_SIZE> text{};
    av_strerror(error, text.data(), text.size());
    return QString::fromLatin1(text.data());
}

} // namespace

void LibavDeleter::operator()(AVFormatContext *context) const
{
    AVIOContext *io = context->pb;
    avformat_close_input(&context);
    if (io) {
        av_freep(&io->buffer);
        avio_context_free(&io);
    }
}

void LibavDeleter::operator()(AVCodecContext *context) const
{
    avcodec_free_context(&context);
}

void LibavDeleter::operator()(AVFrame *frame) const
{
    av_frame_free(&frame);
}

void LibavDeleter::operator()(AVPacket *packet) const
{
    av_packet_free(&packet);
}

void LibavDeleter::operator()(SwrContext *context) const
{
    swr_free(&context);
}

void MediaStream::prepareLibrary()
{
    static std::once_flag once;
    std::call_once(once, [] {
        av_log_set_level(AV_LOG_QUIET);
        av_max_alloc(maxAllocation);
    });
}

MediaStream::MediaStream(MediaFile &file, const ContainerFacts &container)
    : m_file(file)
    , m_view(file)
    , m_container(container.container)
{
}

MediaStream::~MediaStream() = default;

Result<std::unique_ptr<MediaStream>> MediaStream::open(MediaFile &file, const ContainerFacts &container)
{
    prepareLibrary();
    std::unique_ptr<MediaStream> stream(new MediaStream(file, container));
    if (const Done started = stream->start(container); !started)
        return fail(started.error());
    return stream;
}

Done MediaStream::start(const ContainerFacts &container)
{
    const auto refused = [this](int error) {
        if (m_file.stopped())
            return fail(m_file.failure());
        return fail(nothingToPlay(errorText(error)));
    };
    if (!m_view.prepare(container))
        return fail(m_file.stopped() ? m_file.failure() : nothingToPlay(QStringLiteral("too many packets or tags")));
    const AVInputFormat *demuxer = av_find_input_format(demuxerName(m_container));
    auto *buffer = static_cast<uint8_t *>(av_malloc(bufferBytes));
    AVIOContext *io =
        buffer ? avio_alloc_context(buffer, bufferBytes, 0, this, readCallback, nullptr, seekCallback) : nullptr;
    AVFormatContext *context = avformat_alloc_context();
    if (!demuxer || !io || !context) {
        if (!io)
            av_free(buffer);
        return fail(FailureKind::Internal, QStringLiteral("The file can't be looked at: out of memory."));
    }
    context->pb = io;
    context->io_open = refuseToOpen;
    context->interrupt_callback = {isStopped, &m_file};
    context->probesize = searchBytes;
    context->max_streams = maxStreams;
    // Opening frees the context when it fails, but not our reader.
    if (const int error = avformat_open_input(&context, nullptr, demuxer, nullptr); error < 0) {
        av_freep(&io->buffer);
        avio_context_free(&io);
        return refused(error);
    }
    m_context.reset(context);
    chooseStreams();
    if (!headerSaysAll()) {
        if (const int error = avformat_find_stream_info(context, nullptr); error < 0)
            return refused(error);
        chooseStreams();
    }
    if (m_file.stop() == MediaFile::Stop::DeviceFailed || m_file.stop() == MediaFile::Stop::Cancelled)
        return fail(m_file.failure());
    return {};
}

/// Whether the sound can be decoded without reading ahead for what it is, which costs more than all the rest.
bool MediaStream::headerSaysAll() const
{
    switch (m_container) {
    case MediaContainer::Mp3:
    case MediaContainer::Adts:
        return false;
    case MediaContainer::Wav:
    case MediaContainer::Avi:
    case MediaContainer::Iso:
    case MediaContainer::Ogg:
    case MediaContainer::Amr:
        return m_sound && m_sound->codecpar->sample_rate > 0 && m_sound->codecpar->ch_layout.nb_channels > 0;
    }
    Q_UNREACHABLE();
}

void MediaStream::chooseStreams()
{
    m_sound = nullptr;
    m_picture = nullptr;
    for (unsigned i = 0; i < m_context->nb_streams; ++i) {
        AVStream *stream = m_context->streams[i];
        const AVMediaType type = stream->codecpar->codec_type;
        const bool still = stream->disposition & (AV_DISPOSITION_ATTACHED_PIC | AV_DISPOSITION_TIMED_THUMBNAILS);
        if (stream->codecpar->codec_id == AV_CODEC_ID_NONE)
            continue;
        if (type == AVMEDIA_TYPE_AUDIO && !m_sound)
            m_sound = stream;
        if (type == AVMEDIA_TYPE_VIDEO && !still && !m_picture)
            m_picture = stream;
    }
}

void MediaStream::readOnly(const AVStream *stream)
{
    for (unsigned i = 0; i < m_context->nb_streams; ++i)
        m_context->streams[i]->discard = m_context->streams[i] == stream ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
}

bool MediaStream::hasNextPacket(AVPacket &packet)
{
    for (int damaged = 0; damaged < maxDamagedPackets && !m_file.stopped(); ++damaged) {
        const int result = av_read_frame(m_context.get(), &packet);
        if (result >= 0)
            return true;
        if (result == AVERROR_EOF || result == AVERROR(ENOMEM))
            return false;
    }
    return false;
}

LibavPointer<AVCodecContext> MediaStream::decoderFor(const AVStream &stream)
{
    const AVCodec *codec = avcodec_find_decoder(stream.codecpar->codec_id);
    LibavPointer<AVCodecContext> decoder(codec ? avcodec_alloc_context3(codec) : nullptr);
    if (!decoder || avcodec_parameters_to_context(decoder.get(), stream.codecpar) < 0)
        return nullptr;
    decoder->pkt_timebase = stream.time_base;
    decoder->thread_count = 1;
    if (avcodec_open2(decoder.get(), codec, nullptr) < 0)
        return nullptr;
    return decoder;
}

int MediaStream::readCallback(void *self, uint8_t *buffer, int length)
{
    auto *stream = static_cast<MediaStream *>(self);
    const qsizetype got =
        stream->m_view.readAt(stream->m_position, std::span(reinterpret_cast<char *>(buffer), size_t(length)));
    stream->m_position += got;
    if (got > 0)
        return int(got);
    return stream->m_file.stop() == MediaFile::Stop::Not ? AVERROR_EOF : AVERROR_EXIT;
}

int64_t MediaStream::seekCallback(void *self, int64_t offset, int whence)
{
    auto *stream = static_cast<MediaStream *>(self);
    switch (whence & ~AVSEEK_FORCE) {
    case AVSEEK_SIZE:
        return stream->m_view.size();
    case SEEK_SET:
        break;
    case SEEK_CUR:
        offset += stream->m_position;
        break;
    case SEEK_END:
        offset += stream->m_view.size();
        break;
    default: // a number of the library's, not an enum of ours
        return AVERROR(EINVAL);
    }
    if (offset < 0)
        return AVERROR(EINVAL);
    stream->m_position = offset;
    return offset;
}

} // namespace Holdfast
