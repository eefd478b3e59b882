// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/PacketProbe.h"

#include "media/MediaRefusal.h"
#include "media/PacketScan.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

namespace Holdfast {

namespace {

/// Frames may be found in noise too, but they do not fill it.
bool isMostlyNoise(const ContainerFacts &container, const MediaFile &file, const PacketTally &tally)
{
    const bool frames = container.container == MediaContainer::Mp3 || container.container == MediaContainer::Adts;
    return frames && file.stop() == MediaFile::Stop::Not && tally.bytes < (file.size() - container.soundFrom) / 2;
}

} // namespace

Result<MediaFacts> probePackets(MediaFile &file, const ContainerFacts &container)
{
    const auto opened = MediaStream::open(file, container);
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
    facts.truncated = container.cutShort || tally.incomplete || fallsShort(tally.duration, tally.promised);
    return facts;
}

} // namespace Holdfast
