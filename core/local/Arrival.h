// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Recording.h"
#include "domain/Result.h"
#include "local/LocalAnnotations.h"
#include "local/Touched.h"

namespace Holdfast {

class Database;

/// What comes from the server, laid beside what is here. Within the caller's transaction.
namespace Arrival {

enum class News {
    Marked, ///< what somebody else has changed makes its lead unread
    Quiet,  ///< all of it is new here, so nothing is news
};

/// A recording as the server says it is now, of a lead that is here. What was typed and not sent yet stays; notes that
/// somebody else has written meanwhile are laid beside it.
Done recording(Database &database, const Recording &recording, UserId me, News news, Touched &touched);

/// Whether somebody else has written, changed or removed any of these.
bool isByOthers(const QList<LocalAnnotation> &before, const QList<Annotation> &now, UserId me);

} // namespace Arrival

} // namespace Holdfast
