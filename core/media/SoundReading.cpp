// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/SoundReading.h"

#include "media/AmrFrames.h"
#include "media/IsoTracks.h"
#include "media/MediaStream.h"
#include "media/MpegWalk.h"
#include "media/OggPages.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavutil/mem.h>
}

#include <algorithm>

namespace Holdfast {

namespace {

LibavPointer<AVCodecContext> decoderFor(const SoundReading &reading)
{
    const AVCodecDescriptor *descriptor = avcodec_descriptor_get_by_name(reading.codec.data());
    const AVCodec *codec = descriptor ? avcodec_find_decoder(descriptor->id) : nullptr;
    LibavPointer<AVCodecContext> decoder(codec ? avcodec_alloc_context3(codec) : nullptr);
    if (!decoder)
        return nullptr;
    decoder->sample_rate = reading.sampleRate;
    av_channel_layout_default(&decoder->ch_layout, reading.channels);
    decoder->thread_count = 1;
    const auto size = size_t(reading.setup.size());
    if (size > 0) {
        decoder->extradata = static_cast<uint8_t *>(av_mallocz(size + AV_INPUT_BUFFER_PADDING_SIZE));
        if (!decoder->extradata)
            return nullptr;
        std::copy_n(reading.setup.constData(), size, decoder->extradata);
        decoder->extradata_size = int(size);
    }
    return avcodec_open2(decoder.get(), codec, nullptr) < 0 ? nullptr : std::move(decoder);
}

bool send(AVCodecContext &decoder, const QByteArray &bytes)
{
    const LibavPointer<AVPacket> packet(av_packet_alloc());
    if (!packet || av_new_packet(packet.get(), int(bytes.size())) < 0)
        return false;
    std::copy_n(bytes.constData(), bytes.size(), packet->data);
    return avcodec_send_packet(&decoder, packet.get()) >= 0;
}

} // namespace

std::optional<SoundReading> readSound(MediaFile &file, const ContainerFacts &container)
{
    switch (container.container) {
    case MediaContainer::Mp3:
        return walkMpegFrames(file, MpegFrames::Mp3, container.soundFrom);
    case MediaContainer::Adts:
        return walkMpegFrames(file, MpegFrames::Adts, container.soundFrom);
    case MediaContainer::Ogg:
        return readOggPages(file);
    case MediaContainer::Iso:
        // Tables tell little of what is there when the end is missing.
        return container.cutShort ? std::nullopt : readIsoTracks(file);
    case MediaContainer::Amr:
        return readAmrFile(file);
    case MediaContainer::Wav:
    case MediaContainer::Avi:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

std::optional<FirstFrame> decodeFirstPackets(const SoundReading &reading)
{
    MediaStream::prepareLibrary();
    const LibavPointer<AVCodecContext> decoder = decoderFor(reading);
    const LibavPointer<AVFrame> frame(av_frame_alloc());
    if (!decoder || !frame)
        return std::nullopt;
    for (const QByteArray &packet : reading.firstPackets) {
        if (!send(*decoder, packet)) // damaged, or silence that the codec can't say; the next may be sound
            continue;
        while (avcodec_receive_frame(decoder.get(), frame.get()) >= 0)
            if (frame->nb_samples > 0 && frame->sample_rate > 0 && frame->ch_layout.nb_channels > 0)
                return FirstFrame{frame->ch_layout.nb_channels, frame->sample_rate};
    }
    return std::nullopt;
}

} // namespace Holdfast
