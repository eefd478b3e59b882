// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "sqlite/WriteQueue.h"
#include "vault/KeyRing.h"

namespace Holdfast {

/// At a start: brings together the key files that there are and what the database knows of them. New ones are noted,
/// the current one is taken up, files of retired keys go. What is sealed under a key that is missing is told to the
/// log; it stays as it is. Conflict or NotFound, with a sentence, where the server must not start: a current key that
/// is missing or another than it was, or nothing that can be opened.
/// group: what the writer does with each group of its own, for what is noted here.
Done settleKeys(Database &database, KeyRing &ring, const Clock &clock, const GroupWork &group);

} // namespace Holdfast
