// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the bytes: the probe and the peaks end in time, and what they say makes sense.
#include "fuzz/Demand.h"
#include "media/MediaProbe.h"
#include "media/Peaks.h"

#include <QBuffer>

#include <cstdint>

using namespace Holdfast;
using std::chrono::milliseconds;

namespace {

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

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    probe(bytes);
    if (const auto peaks = peaksFromBytes(bytes))
        demand(toBytes(*peaks) == bytes);
    return 0;
}
