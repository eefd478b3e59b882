// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/MediaFile.h"
#include "media/MpegFrames.h"
#include "media/SoundReading.h"

namespace Holdfast {

/// Goes from frame to frame of an MP3 or ADTS file, past tags and damage, and counts: no header's promise is believed
/// except for how much silence an encoder added. Internal to media.
std::optional<SoundReading> walkMpegFrames(MediaFile &file, MpegFrames kind, qint64 from);

} // namespace Holdfast
