// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/SealedReader.h"
#include "crypto/SealedWriter.h"

#include <QBuffer>

/// Bytes of which no two runs of eight are alike, so that a chunk in the wrong place shows.
inline QByteArray distinctBytes(qint64 size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qint64 i = 0; i < size; ++i)
        bytes[i] = static_cast<char>(static_cast<quint64>(i / 8 + 1) * 0x9e3779b97f4a7c15ULL >> (8 * (i % 8)));
    return bytes;
}

/// Empty where the sealing fails.
inline QByteArray sealedBytes(QByteArrayView plain, const Holdfast::SecretKey &key, QByteArrayView context)
{
    QBuffer to;
    to.open(QIODevice::WriteOnly);
    const auto writer = Holdfast::SealedWriter::begin(to, key, context);
    return writer && (*writer)->write(plain) && (*writer)->finish() ? to.data() : QByteArray();
}

inline std::unique_ptr<QBuffer> readable(const QByteArray &bytes)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    return buffer;
}
