// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Role.h"

namespace Holdfast {

/// What somebody can ask for. Whose thing it is decides between the two forms of a deed where an agent may only
/// touch its own.
enum class Deed {
    SeeOwnRecording,
    SeeAnyRecording,
    UploadForAssignedLead,
    UploadForAnyLead,
    AnnotateOwnRecording,
    AnnotateAnyRecording,
    DeleteRecording,
    PlaceHold,
    ReleaseHold,
    ManagePolicies,
    SeeStorage,
    ReadAudit,
    PackEvidence,
    ManageLeads, ///< one at a time
    ImportLeads, ///< many from a file, and the preview of that
    ManageUsers,
    ManageKeys,
    ManageWebhooks,
    DecideSweep, ///< yes or no to a sweep that would take much, and whether the clock is right
};

/// The table of recording-api.md (Required Permissions) and contract.md (Who may what). The server asks it before
/// every deed; the client asks it only to decide what to show.
bool may(Role role, Deed deed);

} // namespace Holdfast
