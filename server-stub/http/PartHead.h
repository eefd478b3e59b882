// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Multipart.h"

#include <tl/expected.hpp>

namespace Holdfast::Http {

/// Reads the field lines of one part, without the empty line that ends them. The error is a sentence.
tl::expected<Multipart::PartHead, QString> parsePartHead(QByteArrayView lines);

} // namespace Holdfast::Http
