// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/MediaFile.h"
#include "media/SoundReading.h"

namespace Holdfast {

/// Reads the tables of an M4A, MP4, MOV or 3GP file, also of a fragmented one, and none of the sound but its first
/// packets. Knows AAC, ALAC and AMR. In doubt about other codecs, tables that contradict each other or reach beyond the
/// file, and edits that do more than to take off the start that the encoder added. Internal to media.
std::optional<SoundReading> readIsoTracks(MediaFile &file);

} // namespace Holdfast
