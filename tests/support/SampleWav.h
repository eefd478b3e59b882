// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBuffer>
#include <QByteArray>
#include <QList>
#include <QtEndian>

#include <memory>

namespace Holdfast::Testing {

/// A WAV of 16-bit samples, interleaved.
inline QByteArray wavOf(const QList<qint16> &samples, int channels, int rate = 8000)
{
    QByteArray wav("RIFF....WAVEfmt ", 16);
    const auto append = [&wav](auto number) {
        number = qToLittleEndian(number);
        wav.append(reinterpret_cast<const char *>(&number), sizeof number);
    };
    append(quint32(16));
    append(quint16(1));
    append(quint16(channels));
    append(quint32(rate));
    append(quint32(rate * channels * 2));
    append(quint16(channels * 2));
    append(quint16(16));
    wav += "data";
    append(quint32(samples.size() * 2));
    for (const qint16 sample : samples)
        append(sample);
    qToLittleEndian(quint32(wav.size() - 8), wav.data() + 4);
    return wav;
}

inline std::unique_ptr<QBuffer> deviceOf(const QByteArray &bytes)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    return buffer;
}

} // namespace Holdfast::Testing
