// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Reply.h"

namespace Holdfast::Http {

struct ReplyHead
{
    int minorVersion = 1; ///< of the request
    bool keepAlive = true;

    /// The status line and all fields of the reply, to the empty line. Framing, Connection and Date are ours; a control
    /// character in a field becomes a blank, so that no value can begin a field of its own.
    QByteArray bytes(const Reply &reply) const;
};

/// False for 204 and 304, which never have a body and no length.
bool mayHaveBody(int status);

} // namespace Holdfast::Http
