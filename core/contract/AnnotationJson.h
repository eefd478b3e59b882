// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Annotation.h"

#include <QJsonObject>

namespace Holdfast {

/// The contract's annotation, both ways; the readers answer Malformed and name the field that is missing or wrong.
QJsonObject toJson(const Annotation &annotation);
Result<Annotation> annotationFromJson(const QJsonObject &json);

/// What a client sends to make or change one: `{startMs, endMs?, channel?, text}` and nothing else.
QJsonObject annotationRequestToJson(const Annotation &annotation);
Result<Annotation> annotationRequestFromJson(const QJsonObject &json);

} // namespace Holdfast
