// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonValue>
#include <QList>

namespace Holdfast {

/// The hashes of a proof as they stand in answers and files: an array of their Base64.
QJsonArray hashArray(const QList<QByteArray> &hashes);
/// Malformed where one is not of a hash's length.
Result<QList<QByteArray>> hashesFrom(const QJsonValue &array);

} // namespace Holdfast
