// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Exchange.h"

#include <QJsonObject>

#include <functional>

namespace Holdfast {

/// Collects a body that must be a JSON object of at most maxBytes and hands it over whole; anything else is answered
/// 400 or 413 here. In the connection's thread.
std::unique_ptr<Http::BodySink> collectJson(const Http::Request &request, const Http::Responder &responder,
                                            qint64 maxBytes,
                                            std::function<void(const QJsonObject &, const Http::Responder &)> whole);

} // namespace Holdfast
