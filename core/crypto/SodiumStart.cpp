// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/SodiumStart.h"

#include <QtGlobal>

#include <sodium.h>

namespace Holdfast {

void startSodium()
{
    static const bool started = sodium_init() >= 0;
    if (!started)
        qFatal("libsodium could not be started: this system offers no source of random numbers.");
}

} // namespace Holdfast
