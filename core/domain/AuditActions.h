// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QStringView>

namespace Holdfast {

/// What entries of the audit log may be about ("stream", "hold-place"), in the order of their letters. A filter for
/// anything else would find nothing, and look as if nothing had happened.
const QStringList &auditActions();
bool isAuditAction(QStringView action);

} // namespace Holdfast
