// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace Holdfast {

/// By which a target knows that a delivery comes from here, is whole and is of that time (seconds since 1970, as text):
/// "v1=" and, in hexadecimal digits, HMAC-SHA-256 of the time, a full stop and the body, with the webhook's secret.
QByteArray webhookSignature(QByteArrayView secret, QByteArrayView timestamp, QByteArrayView body);

} // namespace Holdfast
