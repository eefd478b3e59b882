// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Holdfast {

/// The name under which a file that came from somewhere is kept and shown: the last part of a path in either slash,
/// without control characters, bidirectional overrides, or what Windows refuses; at most 200 UTF-8 bytes with its
/// extension kept; "recording" where nothing is left. The result is safe as a file name on every system, and in a
/// Content-Disposition header once it is quoted or encoded there.
QString cleanFileName(QStringView name);

} // namespace Holdfast
