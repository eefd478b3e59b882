// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Role.h"

namespace Holdfast {

QLatin1String roleName(Role role)
{
    switch (role) {
    case Role::Agent:
        return QLatin1String("agent");
    case Role::Supervisor:
        return QLatin1String("supervisor");
    case Role::Admin:
        return QLatin1String("admin");
    }
    Q_UNREACHABLE();
}

std::optional<Role> roleFromName(QStringView name)
{
    for (Role role : {Role::Agent, Role::Supervisor, Role::Admin})
        if (name == roleName(role))
            return role;
    return std::nullopt;
}

} // namespace Holdfast
