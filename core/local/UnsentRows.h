// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"

#include <QStringList>

namespace Holdfast {

/// What was done on this computer and the server does not have yet.
struct Unsent
{
    QStringList uploads; ///< recordings, as the sealed cache names them
    qint64 remarks = 0;  ///< notes, dispositions and annotations

    qint64 inInbox = 0; ///< files of watched folders that nobody has filed or dismissed yet

    bool isNothing() const { return uploads.isEmpty() && remarks == 0 && inInbox == 0; }
    friend bool operator==(const Unsent &, const Unsent &) = default;
};

/// Takes everything else out of a person's local database, so that its file does not hold it any more: what stays is
/// what is unsent, with the recordings and leads that it belongs to. Once more is no harm. Nobody else may have the
/// file open. Slow; any thread.
Result<Unsent> keepOnlyUnsent(const QString &databasePath);

Result<Unsent> countUnsent(const QString &databasePath); ///< the same

} // namespace Holdfast
