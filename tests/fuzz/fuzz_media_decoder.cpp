// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the bytes: the decoder opens or says why not, reads, seeks where it is told and reads on, and ends.
#include "fuzz/Demand.h"
#include "media/AudioDecoder.h"

#include <QBuffer>

#include <array>
#include <cstdint>

using namespace Holdfast;

namespace {

constexpr int mostReads = 8;

std::shared_ptr<QBuffer> deviceOver(const QByteArray &bytes)
{
    auto device = std::make_shared<QBuffer>();
    device->setData(bytes);
    device->open(QIODevice::ReadOnly);
    return device;
}

/// Frames that were read, of at most a few seconds.
qint64 readSome(AudioDecoder &decoder)
{
    std::array<float, 4096> samples{};
    const auto room = qsizetype(samples.size()) / decoder.channels();
    qint64 frames = 0;
    for (int reads = 0; reads < mostReads; ++reads) {
        const auto got = decoder.read(samples);
        if (!got || *got == 0)
            break;
        demand(*got > 0 && *got <= room);
        frames += *got;
    }
    return frames;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto opened = AudioDecoder::open(deviceOver(bytes));
    if (!opened) {
        demand(!opened.error().message.isEmpty());
        return 0;
    }
    AudioDecoder &decoder = **opened;
    demand(decoder.channels() == 1 || decoder.channels() == 2);
    demand(decoder.sampleRate() > 0);
    demand(readSome(decoder) > 0);
    for (const qint64 place : {qint64(50'000), qint64(uchar(bytes.back())) * 1000, qint64(-1), qint64(0)}) {
        if (const Done sought = decoder.seek(place); !sought) {
            demand(!sought.error().message.isEmpty());
            return 0;
        }
        readSome(decoder);
    }
    return 0;
}
