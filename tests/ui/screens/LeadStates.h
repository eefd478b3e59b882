// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/screens/Stage.h"

namespace Holdfast::LeadStates {

void kept(Stage &stage);
void sending(Stage &stage);
void parked(Stage &stage);
void twoVersions(Stage &stage);
void twoChanges(Stage &stage); ///< of one recording, notes and disposition, each changed by two
void playing(Stage &stage);    ///< where there is no sound, the sentence about it
void drop(Stage &stage);
void inbox(Stage &stage);
void inboxTwin(Stage &stage); ///< of a file that its lead has already
void emptyInbox(Stage &stage);
void anotherLead(Stage &stage);
void noRecordings(Stage &stage);
void unknownRecordings(Stage &stage);
void filteredAway(Stage &stage);

} // namespace Holdfast::LeadStates
