// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/UploadPace.h"

#include <QByteArray>

#include <optional>

namespace Holdfast {

/// What was learned of one server and the way to it; shared by the uploads that go there. UI thread.
struct UploadTerms
{
    std::optional<QByteArray> checksum; ///< TusAnswer::checksum; none before the server was asked
    UploadPace pace;
};

} // namespace Holdfast
