// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"

#include <QIODevice>

namespace Holdfast {

/// A new file that a Disk made, open for writing from its beginning to its end. It may hold written bytes back until
/// flush(). Any one thread at a time.
class DiskFile : public QIODevice
{
public:
    bool isSequential() const override { return true; }

    virtual Done flush() = 0; ///< afterwards whoever opens the file sees all its bytes
    virtual Done sync() = 0;  ///< flushes, and to the platter
    /// Why a write answered -1; the kind tells a full disk from a broken one.
    virtual Failure failure() const = 0;
};

} // namespace Holdfast
