// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Holdfast::Space {

/// The grid: every distance on screen is one of these, in device-independent pixels.
inline constexpr int hair = 4;
inline constexpr int small = 8;
inline constexpr int medium = 12;
inline constexpr int large = 16;
inline constexpr int wide = 24;

} // namespace Holdfast::Space
