// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/Peaks.h"

#include "media/ChannelPeaks.h"
#include "media/DecodePass.h"

#include <QtEndian>

#include <algorithm>
#include <limits>
#include <vector>

namespace Holdfast {

namespace {

// "HFP2", then little-endian: u32 rate, u64 frames, u32 channels, u32 buckets; then for each channel its buckets, a
// byte low and a byte high. (The first version could not count beyond 65,535 buckets.)
constexpr qsizetype headerBytes = 24;
constexpr const char *magic = "HFP2";

tl::unexpected<Failure> notPeaks(const QString &detail)
{
    return fail(FailureKind::Malformed,
                QStringLiteral("The waveform can't be read. The recording itself is safe; the waveform can be made "
                               "again from it."),
                detail);
}

} // namespace

Result<Peaks> computePeaks(std::unique_ptr<QIODevice> file, const std::atomic_bool *cancelled)
{
    const auto opened = AudioDecoder::open(std::move(file));
    if (!opened)
        return fail(opened.error());
    AudioDecoder &decoder = **opened;
    std::vector<ChannelPeaks> channels(static_cast<size_t>(decoder.channels()));
    const Result<qint64> frames = decodeToTheEnd(
        decoder, cancelled, [&](size_t channel, std::span<const float> samples) { channels[channel].add(samples); });
    if (!frames)
        return fail(frames.error());
    Peaks peaks{*frames, decoder.sampleRate(), {}};
    for (ChannelPeaks &channel : channels)
        peaks.channels.append(channel.finish());
    return peaks;
}

Peaks coarser(const Peaks &peaks, int mostBuckets)
{
    const qsizetype most = std::max(mostBuckets, 1);
    Peaks result{peaks.frames, peaks.sampleRate, {}};
    for (const QList<Peak> &fine : peaks.channels) {
        const qsizetype together = std::max<qsizetype>((fine.size() + most - 1) / most, 1);
        QList<Peak> coarse;
        coarse.reserve((fine.size() + together - 1) / together);
        for (qsizetype i = 0; i < fine.size(); i += together) {
            Peak peak = fine[i];
            for (qsizetype next = i + 1; next < std::min(i + together, fine.size()); ++next)
                peak = merged(peak, fine[next]);
            coarse.append(peak);
        }
        result.channels.append(coarse);
    }
    return result;
}

QByteArray toBytes(const Peaks &peaks)
{
    const auto channels = quint32(peaks.channels.size());
    const auto buckets = quint32(channels > 0 ? peaks.channels.constFirst().size() : 0);
    QByteArray bytes(headerBytes, Qt::Uninitialized);
    bytes.reserve(headerBytes + qsizetype(2) * channels * buckets);
    char *head = bytes.data();
    std::copy_n(magic, 4, head);
    qToLittleEndian(quint32(peaks.sampleRate), head + 4);
    qToLittleEndian(quint64(peaks.frames), head + 8);
    qToLittleEndian(channels, head + 16);
    qToLittleEndian(buckets, head + 20);
    for (const QList<Peak> &channel : peaks.channels)
        for (const Peak peak : channel) {
            bytes.append(char(peak.low));
            bytes.append(char(peak.high));
        }
    return bytes;
}

Result<Peaks> peaksFromBytes(QByteArrayView bytes)
{
    if (bytes.size() < headerBytes || !bytes.startsWith(magic))
        return notPeaks(QStringLiteral("no HFP2 header"));
    const auto rate = qFromLittleEndian<quint32>(bytes.data() + 4);
    const auto frames = qFromLittleEndian<quint64>(bytes.data() + 8);
    const auto channels = qFromLittleEndian<quint32>(bytes.data() + 16);
    const auto buckets = qFromLittleEndian<quint32>(bytes.data() + 20);
    const bool makesSense = rate > 0 && rate <= quint32(std::numeric_limits<int>::max()) && channels >= 1 &&
                            channels <= 2 && buckets <= quint32(finestPeaksPerChannel) && frames >= buckets &&
                            frames <= quint64(std::numeric_limits<qint64>::max()) && (buckets > 0 || frames == 0);
    if (!makesSense || bytes.size() != headerBytes + qsizetype(2) * channels * buckets)
        return notPeaks(QStringLiteral("HFP2 header and length contradict each other"));
    Peaks peaks{qint64(frames), int(rate), {}};
    const char *next = bytes.data() + headerBytes;
    for (int channel = 0; channel < int(channels); ++channel) {
        QList<Peak> list;
        list.reserve(int(buckets));
        for (int i = 0; i < int(buckets); ++i, next += 2) {
            const Peak peak{qint8(next[0]), qint8(next[1])};
            if (peak.low > peak.high || peak.low == -128)
                return notPeaks(QStringLiteral("a peak whose low is above its high"));
            list.append(peak);
        }
        peaks.channels.append(list);
    }
    return peaks;
}

} // namespace Holdfast
