// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/EarlierCopy.h"

namespace Holdfast {

QString EarlierCopy::sentence() const
{
    switch (state) {
    case TransferState::Waiting:
    case TransferState::Sending:
        return tr("The same recording waits to be sent to this lead. Keep this file until that is stored.");
    case TransferState::Stored:
        return tr("Already attached to this lead.");
    case TransferState::Parked:
        return tr("The same recording could not be sent to this lead before: %1 Keep this file.").arg(problem);
    }
    Q_UNREACHABLE();
}

} // namespace Holdfast
