// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/MediaFacts.h"
#include "media/MediaContainer.h"

namespace Holdfast {

/// What FFmpeg's demuxer and one pass over its packets say, whatever our own readers could: for the files that those
/// leave, and the judge of the readers in tests. Internal to media.
Result<MediaFacts> probePackets(MediaFile &file, const ContainerFacts &container);

} // namespace Holdfast
