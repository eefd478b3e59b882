// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/AmrFrames.h"

#include "media/MediaWindow.h"
#include "media/PacketScan.h"

#include <array>

namespace Holdfast {

namespace {

constexpr qsizetype windowBytes = 65'536;
constexpr int triedPackets = 50; // a call may start with silence, which is no sound for the decoder
constexpr qsizetype longestFrame = 61;
constexpr QByteArrayView narrowLine("#!AMR\n");
constexpr QByteArrayView wideLine("#!AMR-WB\n");

} // namespace

int amrFrameLength(AmrBand band, uchar first)
{
    // By mode: of speech first, then of silence; what is reserved, or says that nothing came, is the first byte alone.
    static constexpr std::array<int, 16> narrow{13, 14, 16, 18, 20, 21, 27, 32, 6, 7, 6, 6, 1, 1, 1, 1};
    static constexpr std::array<int, 16> wide{18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 1, 1, 1, 1, 1, 1};
    const auto mode = size_t(first >> 3 & 15);
    return band == AmrBand::Narrow ? narrow[mode] : wide[mode];
}

std::optional<SoundReading> readAmrFile(MediaFile &file)
{
    MediaWindow window(file, windowBytes);
    const bool wide = window.at(0, wideLine.size()).startsWith(wideLine);
    const AmrBand band = wide ? AmrBand::Wide : AmrBand::Narrow;
    SoundReading reading;
    reading.codec = wide ? QLatin1String("amr_wb") : QLatin1String("amr_nb");
    reading.channels = 1;
    reading.sampleRate = wide ? 16000 : 8000;
    qint64 frames = 0;
    qint64 doubtful = 0; // bits are set that no encoder sets
    for (qint64 at = wide ? wideLine.size() : narrowLine.size(); at < file.size(); ++frames) {
        const QByteArrayView bytes = window.at(at, longestFrame);
        if (bytes.isEmpty())
            break;
        const int length = amrFrameLength(band, uchar(bytes[0]));
        if (length > file.size() - at) {
            reading.incomplete = true;
            break;
        }
        doubtful += (uchar(bytes[0]) & 0x83) != 0;
        if (reading.firstPackets.size() < triedPackets && bytes.size() >= length)
            reading.firstPackets.append(bytes.first(length).toByteArray());
        at += length;
    }
    reading.unbroken = true;
    reading.mostlyNoise = doubtful > frames / 2;
    if (!file.stopped())
        reading.duration = believable(std::chrono::milliseconds(frames * 1000 / amrFramesPerSecond));
    return frames > 0 ? std::optional(reading) : std::nullopt;
}

} // namespace Holdfast
