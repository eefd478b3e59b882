// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"

#include <QList>
#include <QString>

namespace Holdfast {

/// That up to mostHeldAtOnce recordings are to be held, or let go, for one matter.
struct HoldOrder
{
    QList<RecordingId> recordings;
    bool complianceHold = true; ///< false: let go
    QString reason;
    QString matter; ///< the name of the case; empty: the default one

    friend bool operator==(const HoldOrder &, const HoldOrder &) = default;
};

/// What an order has done to one recording.
struct HoldOutcome
{
    enum class What {
        CarriedOut,
        WaitsForSecondPerson, ///< a release that another must approve
        Refused,
    };

    RecordingId recording;
    What what = What::CarriedOut;
    bool complianceHold = false; ///< from now on; of what was refused nothing is known
    QString message;             ///< as the server says it: why it is not what was asked for; else empty

    friend bool operator==(const HoldOutcome &, const HoldOutcome &) = default;
};

} // namespace Holdfast
