// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/TusUploads.h"
#include "http/Reply.h"

namespace Holdfast::TusReply {

inline constexpr QByteArrayView version("1.0.0");

/// Every answer says which protocol it speaks.
Http::Reply withVersion(Http::Reply reply);
Http::Reply failed(const Failure &failure);
Http::Reply message(int status, const QString &message);

/// Where the upload stands and until when; Location once it is a recording.
Http::Reply progress(int status, const TusUploads::View &view);
/// It is over. Location where it had become a recording: who ends an upload must know where that came too late.
Http::Reply ended(const TusUploads::View &view);

} // namespace Holdfast::TusReply
