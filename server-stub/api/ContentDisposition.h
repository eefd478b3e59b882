// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Holdfast {

/// The Content-Disposition field that offers a file under a name (RFC 6266): an ASCII `filename` for old clients, and
/// `filename*` where the name has more than that. Pure.
QByteArray attachmentNamed(const QString &fileName);

} // namespace Holdfast
