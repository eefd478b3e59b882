// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the bytes: the probe, the decoder and the peaks end in time, and what they say makes sense.
#include "media/AudioDecoder.h"
#include "media/MediaProbe.h"
#include "media/Peaks.h"

#include <QBuffer>

#include <array>
#include <cstdlib>

using namespace Holdfast;
using std::chrono::milliseconds;

namespace {

void demand(bool held)
{
    if (!held)
        std::abort();
}

std::unique_ptr<QBuffer> deviceOver(const QByteArray &bytes)
{
    auto device = std::make_unique<QBuffer>();
    device->setData(bytes);
    device->open(QIODevice::ReadOnly);
    return device;
}

void probe(const QByteArray &bytes)
{
    const auto facts = probeMedia(*deviceOver(bytes));
    if (!facts) {
        demand(!facts.error().message.isEmpty());
        return;
    }
    demand(!facts->duration || (*facts->duration > milliseconds(0) && *facts->duration < std::chrono::hours(24 * 31)));
    demand(facts->channels >= 0 && facts->sampleRate >= 0);
}

void decode(const QByteArray &bytes)
{
    const auto decoder = AudioDecoder::open(deviceOver(bytes));
    if (!decoder)
        return;
    demand((*decoder)->channels() == 1 || (*decoder)->channels() == 2);
    demand((*decoder)->sampleRate() > 0);
    std::array<float, 4096> samples{};
    const auto room = qsizetype(samples.size()) / (*decoder)->channels();
    for (const qint64 place : {qint64(-1), qint64(50'000), qint64(bytes.back()) * 1000, qint64(0)}) {
        if (place >= 0 && !(*decoder)->seek(place))
            return;
        for (int reads = 0; reads < 8; ++reads) {
            const auto frames = (*decoder)->read(samples);
            demand(!frames || (*frames >= 0 && *frames <= room));
            if (!frames || *frames == 0)
                break;
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    probe(bytes);
    if (!bytes.isEmpty())
        decode(bytes);
    if (const auto peaks = peaksFromBytes(bytes))
        demand(toBytes(*peaks) == bytes);
    return 0;
}
