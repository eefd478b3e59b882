// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Holdfast {

/// Beside QIODevice, what a device is whose reads may wait for bytes that are still on their way. Any thread.
class Interruptible
{
public:
    virtual ~Interruptible() = default;

    /// A read that waits, and each one until goOn(), ends at once with -1.
    virtual void interrupt() = 0;
    virtual void goOn() = 0;
};

} // namespace Holdfast
