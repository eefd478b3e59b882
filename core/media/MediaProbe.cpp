// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/MediaProbe.h"

#include "media/MediaRefusal.h"
#include "media/PacketProbe.h"
#include "media/PacketScan.h"
#include "media/SoundReading.h"
#include "media/WavHeader.h"

#include <QCoreApplication>

namespace Holdfast {

namespace {

using std::chrono::milliseconds;

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

/// None where the decoder doubts what the reader says.
std::optional<Result<MediaFacts>> factsOfReading(const ContainerFacts &container, const SoundReading &reading)
{
    if (reading.mostlyNoise)
        return fail(nothingToPlay(QStringLiteral("mostly noise between frames")));
    MediaFacts facts;
    facts.channels = reading.channels;
    facts.sampleRate = reading.sampleRate;
    if (!reading.firstPackets.isEmpty()) {
        const std::optional<FirstFrame> frame = decodeFirstPackets(reading);
        if (!frame)
            return std::nullopt;
        facts.channels = frame->channels;
        facts.sampleRate = frame->sampleRate;
    }
    facts.format = formatOf(container, reading.hasVideo);
    facts.hasVideo = reading.hasVideo;
    facts.codec = reading.codec;
    facts.duration = reading.duration;
    facts.truncated = container.cutShort || reading.incomplete || fallsShort(reading.duration, reading.promised);
    return facts;
}

/// By our own reader where there is one that has no doubt, and by FFmpeg's packets else.
Result<MediaFacts> factsOfSound(MediaFile &file, const ContainerFacts &container)
{
    const std::optional<SoundReading> reading = readSound(file, container);
    if (file.stop() == MediaFile::Stop::DeviceFailed || file.stop() == MediaFile::Stop::Cancelled)
        return fail(file.failure());
    if (reading)
        if (auto facts = factsOfReading(container, *reading))
            return *facts;
    return probePackets(file, container);
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
        Result<MediaFacts> facts = probePackets(file, *container);
        if (facts)
            facts->truncated |= header->truncated;
        return facts;
    }
    return factsOfSound(file, *container);
}

} // namespace Holdfast
