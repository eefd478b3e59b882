// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Recording.h"
#include "domain/Result.h"

#include <QJsonObject>

namespace Holdfast {

/// The contract's recording, and a list of them, as compact JSON.
QByteArray jsonText(const Recording &recording);
QByteArray jsonText(const QList<Recording> &recordings);
/// For whoever looks into it or adds to it; the text is quicker to make.
QJsonObject toJson(const Recording &recording);

/// Malformed names the field that is missing or wrong.
Result<Recording> recordingFromJson(const QJsonObject &json);

} // namespace Holdfast
