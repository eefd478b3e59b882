// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"

#include <QNetworkReply>

#include <optional>

namespace Holdfast {

/// What an answer of a tus server (1.0.0) says, read strictly: what does not have its form, or leads to another server,
/// is none.
namespace TusAnswer {

std::optional<qint64> offset(const QNetworkReply &reply); ///< Upload-Offset
std::optional<qint64> length(const QNetworkReply &reply); ///< Upload-Length

/// Where the upload that Location names is on this server, as a route of ours.
std::optional<QString> uploadPath(const QNetworkReply &reply);
/// The recording that Location names.
std::optional<RecordingId> recording(const QNetworkReply &reply);

bool speaksTus1(const QNetworkReply &options);
/// The algorithm for Upload-Checksum, the best of those on offer; empty where none is.
QByteArray checksum(const QNetworkReply &options);

} // namespace TusAnswer

} // namespace Holdfast
