// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Holdfast {

/// Ordered: each role may what the one before it may.
enum class Role { Agent, Supervisor, Admin };

QLatin1String roleName(Role role); ///< the contract's word: "agent"
std::optional<Role> roleFromName(QStringView name);

} // namespace Holdfast
