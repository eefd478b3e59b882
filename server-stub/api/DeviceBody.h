// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/ByteRange.h"
#include "http/Reply.h"

#include <QIODevice>

#include <memory>

namespace Holdfast {

/// A stretch of a random-access device as a reply's body, read while it is sent: 64 KiB of memory whatever the size.
class DeviceBody : public Http::BodySource
{
public:
    DeviceBody(std::shared_ptr<QIODevice> device, Http::ByteRange range);

    qint64 size() const override;
    QByteArray next() override;

private:
    std::shared_ptr<QIODevice> m_device;
    Http::ByteRange m_range;
    qint64 m_position;
};

} // namespace Holdfast
