// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/Peaks.h"

#include "media/AudioDecoder.h"

#include <QtEndian>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace Holdfast {

namespace {

constexpr qsizetype framesPerRead = 16'384;
// "HFP1", then little-endian: u32 rate, u64 frames, u16 channels, u16 buckets, u32 zero; then for each channel its
// buckets, a byte low and a byte high.
constexpr qsizetype headerBytes = 24;
constexpr const char *magic = "HFP1";

qint8 toPeak(float sample)
{
    return qint8(std::lround(std::clamp(sample, -1.0f, 1.0f) * 127));
}

/// Gathers the extremes of one channel in buckets that grow as the sound does.
class ChannelPeaks
{
public:
    /// Every stride-th sample from the first on.
    void add(const float *samples, qsizetype count, qsizetype stride)
    {
        for (qsizetype i = 0; i < count;) {
            const auto take = qsizetype(std::min<qint64>(count - i, m_bucketFrames - m_inBucket));
            float low = m_low;
            float high = m_high;
            for (const qsizetype end = i + take; i < end; ++i) {
                const float sample = samples[i * stride];
                low = std::min(low, sample);
                high = std::max(high, sample);
            }
            m_low = low;
            m_high = high;
            m_inBucket += take;
            if (m_inBucket == m_bucketFrames)
                bucketIsFull();
        }
    }

    QList<Peak> finish()
    {
        if (m_inBucket > 0) {
            if (m_peaks.size() == maxPeaksPerChannel)
                mergePairs();
            append();
        }
        return m_peaks;
    }

private:
    void bucketIsFull()
    {
        // Where there is no more room, the bucket becomes the first half of one twice as long.
        if (m_peaks.size() == maxPeaksPerChannel)
            mergePairs();
        else
            append();
    }

    void append()
    {
        const bool hasSamples = m_low <= m_high; // and not only what is no number
        m_peaks.append(hasSamples ? Peak{toPeak(m_low), toPeak(m_high)} : Peak{});
        m_inBucket = 0;
        m_low = beyondAll;
        m_high = -beyondAll;
    }

    void mergePairs()
    {
        for (qsizetype i = 0; i < maxPeaksPerChannel / 2; ++i) {
            const Peak first = m_peaks[2 * i];
            const Peak second = m_peaks[2 * i + 1];
            m_peaks[i] = {std::min(first.low, second.low), std::max(first.high, second.high)};
        }
        m_peaks.resize(maxPeaksPerChannel / 2);
        m_bucketFrames *= 2;
    }

    static constexpr float beyondAll = 1e30f;
    QList<Peak> m_peaks;
    qint64 m_bucketFrames = 1;
    qint64 m_inBucket = 0;
    float m_low = beyondAll;
    float m_high = -beyondAll;
};

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
    const qsizetype stride = decoder.channels();
    std::vector<ChannelPeaks> channels(static_cast<size_t>(stride));
    std::vector<float> samples(static_cast<size_t>(framesPerRead * stride));
    Peaks peaks;
    peaks.sampleRate = decoder.sampleRate();
    for (;;) {
        if (cancelled && cancelled->load(std::memory_order_relaxed))
            return fail(FailureKind::Cancelled, QStringLiteral("Making the waveform was cancelled."));
        const Result<qsizetype> frames = decoder.read(samples);
        if (!frames)
            return fail(frames.error());
        if (*frames == 0)
            break;
        for (size_t i = 0; i < channels.size(); ++i)
            channels[i].add(samples.data() + i, *frames, stride);
        peaks.frames += *frames;
    }
    for (ChannelPeaks &channel : channels)
        peaks.channels.append(channel.finish());
    return peaks;
}

QByteArray toBytes(const Peaks &peaks)
{
    const auto channels = quint16(peaks.channels.size());
    const auto buckets = quint16(channels > 0 ? peaks.channels.constFirst().size() : 0);
    QByteArray bytes(headerBytes, Qt::Uninitialized);
    bytes.reserve(headerBytes + qsizetype(2) * channels * buckets);
    char *head = bytes.data();
    std::copy_n(magic, 4, head);
    qToLittleEndian(quint32(peaks.sampleRate), head + 4);
    qToLittleEndian(quint64(peaks.frames), head + 8);
    qToLittleEndian(channels, head + 16);
    qToLittleEndian(buckets, head + 18);
    qToLittleEndian(quint32(0), head + 20);
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
        return notPeaks(QStringLiteral("no HFP1 header"));
    const auto rate = qFromLittleEndian<quint32>(bytes.data() + 4);
    const auto frames = qFromLittleEndian<quint64>(bytes.data() + 8);
    const auto channels = qFromLittleEndian<quint16>(bytes.data() + 16);
    const auto buckets = qFromLittleEndian<quint16>(bytes.data() + 18);
    const auto zero = qFromLittleEndian<quint32>(bytes.data() + 20);
    const bool makesSense = rate > 0 && rate <= quint32(std::numeric_limits<int>::max()) && channels >= 1 &&
                            channels <= 2 && buckets <= maxPeaksPerChannel && frames >= buckets &&
                            frames <= quint64(std::numeric_limits<qint64>::max()) && (buckets > 0 || frames == 0);
    if (!makesSense || zero != 0 || bytes.size() != headerBytes + qsizetype(2) * channels * buckets)
        return notPeaks(QStringLiteral("HFP1 header and length contradict each other"));
    Peaks peaks{qint64(frames), int(rate), {}};
    const char *next = bytes.data() + headerBytes;
    for (int channel = 0; channel < channels; ++channel) {
        QList<Peak> list;
        list.reserve(buckets);
        for (int i = 0; i < buckets; ++i, next += 2) {
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
