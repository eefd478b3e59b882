// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/MediaFile.h"
#include "media/SoundReading.h"

namespace Holdfast {

/// AMR, the speech codec of telephones, in its narrow band (8 kHz) and its wide band (16 kHz). Each frame lasts 20 ms,
/// also one that says nothing but "silence" or "lost". Internal to media.
enum class AmrBand { Narrow, Wide };

inline constexpr int amrFramesPerSecond = 50;

/// Length in bytes of the frame that starts with this byte.
int amrFrameLength(AmrBand band, uchar first);

/// Counts the frames of an .amr file, which has nothing else but its first line.
std::optional<SoundReading> readAmrFile(MediaFile &file);

} // namespace Holdfast
