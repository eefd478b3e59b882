// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/MediaProbe.h"

#include "media/MediaRefusal.h"
#include "media/PacketScan.h"
#include "media/WavHeader.h"

#include <QCoreApplication>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

namespace Holdfast {

namespace {

using std::chrono::milliseconds;

/// What the boxes of an ISO file hold and for whom they were written decides between three formats: QuickTime's brand
/// makes a MOV, moving pictures an MP4, and sound alone an M4A, whichever brand it bears.
MediaFormat isoFormat(const QByteArray &brand, bool hasVideo)
{
    if (brand == "qt  ")
        return MediaFormat::Mov;
    return hasVideo ? MediaFormat::Mp4 : MediaFormat::M4a;
}

MediaFormat formatOf(const ContainerFacts &container, bool hasVideo)
{
    switch (container.container) {
    case MediaContainer::Wav:
        return MediaFormat::Wav;
    case MediaContainer::Avi:
        return MediaFormat::Avi;
    case MediaContainer::Iso:
        return isoFormat(container.brand, hasVideo);
    case MediaContainer::Ogg:
        return MediaFormat::Ogg;
    case MediaContainer::Mp3:
        return MediaFormat::Mp3;
    case MediaContainer::Adts:
        return MediaFormat::Aac;
    }
    Q_UNREACHABLE();
}

Result<MediaFacts> factsOfSamples(const WavHeader &header)
{
    if (header.frames() == 0)
        return fail(nothingToPlay(QStringLiteral("WAV without a sample")));
    MediaFacts facts;
    facts.format = MediaFormat::Wav;
    facts.duration = believable(milliseconds((header.frames() * 1000 + header.sampleRate / 2) / header.sampleRate));
    facts.channels = header.channels;
    facts.sampleRate = header.sampleRate;
    facts.codec = header.sampleCodec();
    facts.truncated = header.truncated;
    return facts;
}

bool fallsShort(const PacketTally &tally)
{
    // Headers round, and count what players leave out: up to two frames at either end.
    constexpr milliseconds rounding(250);
    return tally.promised && tally.duration && *tally.duration + rounding < *tally.promised;
}

/// Frames may be found in noise too, but they do not fill it.
bool isMostlyNoise(const ContainerFacts &container, const MediaFile &file, const PacketTally &tally)
{
    const bool frames = container.container == MediaContainer::Mp3 || container.container == MediaContainer::Adts;
    return frames && file.stop() == MediaFile::Stop::Not && tally.bytes < (file.size() - container.soundFrom) / 2;
}

Result<MediaFacts> factsOfPackets(MediaFile &file, const ContainerFacts &container)
{
    const auto opened = MediaStream::open(file, container.container);
    if (!opened)
        return fail(opened.error());
    MediaStream &stream = **opened;
    MediaFacts facts;
    facts.hasVideo = stream.picture();
    facts.format = formatOf(container, facts.hasVideo);
    const AVStream *timed = stream.sound() ? stream.sound() : stream.picture();
    if (!timed)
        return fail(nothingToPlay(QStringLiteral("no stream of sound or pictures")));
    if (stream.sound()) {
        facts.channels = stream.sound()->codecpar->ch_layout.nb_channels;
        facts.sampleRate = stream.sound()->codecpar->sample_rate;
    }
    facts.codec = QString::fromLatin1(avcodec_get_name(timed->codecpar->codec_id));
    const PacketTally tally = scanPackets(stream, *timed);
    if (file.stop() == MediaFile::Stop::DeviceFailed || file.stop() == MediaFile::Stop::Cancelled)
        return fail(file.failure());
    if (file.stop() == MediaFile::Stop::OutOfTime)
        return facts;
    const bool plays = tally.packets > 0 && (tally.decodes || !stream.sound() || facts.hasVideo);
    if (!plays || isMostlyNoise(container, file, tally))
        return fail(nothingToPlay(QStringLiteral("%1 packets, none of which can be decoded").arg(tally.packets)));
    if (tally.decodes) { // some codecs say only now how many samples a second they give
        facts.channels = tally.channels;
        facts.sampleRate = tally.sampleRate;
    }
    facts.duration = tally.duration;
    facts.truncated = container.cutShort || tally.incomplete || fallsShort(tally);
    return facts;
}

} // namespace

Result<MediaFacts> probeMedia(QIODevice &device, const ProbeLimits &limits)
{
    MediaFile file(device, {std::chrono::steady_clock::now() + limits.time, limits.cancelled});
    if (file.stopped())
        return fail(file.failure());
    if (file.size() == 0)
        return fail(
            FailureKind::Malformed,
            QCoreApplication::translate("Holdfast::MediaProbe",
                                        "The file is empty. Nothing was kept; look whether the recording was saved."));
    const std::optional<ContainerFacts> container = recogniseContainer(file);
    if (file.stopped())
        return fail(file.failure());
    if (!container)
        return fail(notAMediaFile(QStringLiteral("no known container")));
    if (container->container == MediaContainer::Wav) {
        const std::optional<WavHeader> header = readWavHeader(file);
        if (file.stopped())
            return fail(file.failure());
        if (!header)
            return fail(nothingToPlay(QStringLiteral("WAV without a format and data")));
        if (!header->sampleCodec().isEmpty())
            return factsOfSamples(*header);
        file.endAt(header->dataFrom + header->dataBytes);
        Result<MediaFacts> facts = factsOfPackets(file, *container);
        if (facts)
            facts->truncated |= header->truncated;
        return facts;
    }
    return factsOfPackets(file, *container);
}

} // namespace Holdfast
