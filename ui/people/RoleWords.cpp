// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/RoleWords.h"

#include <QCoreApplication>

namespace Holdfast {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Holdfast::RoleWords)
};

} // namespace

QString roleWords(Role role)
{
    switch (role) {
    case Role::Agent:
        return Words::tr("Agent");
    case Role::Supervisor:
        return Words::tr("Supervisor");
    case Role::Admin:
        return Words::tr("Admin");
    }
    Q_UNREACHABLE();
}

QString roleMeaningWords(Role role)
{
    switch (role) {
    case Role::Agent:
        return Words::tr("Stores recordings for the leads that are assigned, hears and annotates the own ones.");
    case Role::Supervisor:
        return Words::tr(
            "Hears all recordings, holds, releases and deletes them, decides how long they are kept, reads "
            "the audit log, assigns leads.");
    case Role::Admin:
        return Words::tr(
            "All that a supervisor may, and besides: people, keys, webhooks, and the yes to large sweeps.");
    }
    Q_UNREACHABLE();
}

} // namespace Holdfast
