// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Holdfast {

/// Readies libsodium the first time and does nothing afterwards; every function of this folder that uses it calls
/// this first. Ends the program where the system has no randomness, for then nothing here can be done safely. Any
/// thread.
void startSodium();

} // namespace Holdfast
