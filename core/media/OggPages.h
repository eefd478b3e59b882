// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/MediaFile.h"
#include "media/SoundReading.h"

namespace Holdfast {

/// Goes from page to page of an Ogg file of Vorbis, Opus or FLAC, through all that were joined one behind the other,
/// by the positions that its pages bear. In doubt about other codecs, several streams at once, damage, and sound that
/// starts in the middle. Internal to media.
std::optional<SoundReading> readOggPages(MediaFile &file);

} // namespace Holdfast
