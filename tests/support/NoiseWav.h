// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QRandomGenerator>
#include <QtEndian>

namespace Holdfast::Testing {

/// A real WAV of noise, so that the server keeps it: 16-bit stereo at 8 kHz.
inline QByteArray noiseWav(qsizetype size)
{
    QByteArray wav(size, Qt::Uninitialized);
    QRandomGenerator noise(7);
    noise.fillRange(reinterpret_cast<quint32 *>(wav.data()), size / 4);
    const auto dataSize = static_cast<quint32>(size - 44);
    const auto put32 = [&](qsizetype at, quint32 value) { qToLittleEndian(value, wav.data() + at); };
    const auto put16 = [&](qsizetype at, quint16 value) { qToLittleEndian(value, wav.data() + at); };
    wav.replace(0, 4, "RIFF");
    put32(4, dataSize + 36);
    wav.replace(8, 8, "WAVEfmt ");
    put32(16, 16);
    put16(20, 1);
    put16(22, 2);
    put32(24, 8000);
    put32(28, 32000);
    put16(32, 4);
    put16(34, 16);
    wav.replace(36, 4, "data");
    put32(40, dataSize);
    return wav;
}

} // namespace Holdfast::Testing
