// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Deed.h"

namespace Holdfast {

namespace {

Role leastRoleFor(Deed deed)
{
    switch (deed) {
    case Deed::SeeOwnRecording:
    case Deed::UploadForAssignedLead:
    case Deed::AnnotateOwnRecording:
        return Role::Agent;
    case Deed::SeeAnyRecording:
    case Deed::UploadForAnyLead:
    case Deed::AnnotateAnyRecording:
    case Deed::DeleteRecording:
    case Deed::PlaceHold:
    case Deed::ReleaseHold:
    case Deed::ManagePolicies:
    case Deed::SeeStorage:
    case Deed::ReadAudit:
    case Deed::PackEvidence:
    case Deed::ManageLeads:
        return Role::Supervisor;
    case Deed::ImportLeads:
    case Deed::ManageUsers:
    case Deed::ManageKeys:
    case Deed::ManageWebhooks:
    case Deed::DecideSweep:
        return Role::Admin;
    }
    Q_UNREACHABLE();
}

} // namespace

bool may(Role role, Deed deed)
{
    return role >= leastRoleFor(deed);
}

} // namespace Holdfast
