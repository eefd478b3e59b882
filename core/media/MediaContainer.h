// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/MediaFormat.h"
#include "media/MediaFile.h"

#include <QByteArray>

#include <optional>

namespace Holdfast {

/// How the bytes of a file are laid out, which is not yet its format: M4A, MP4, MOV and 3GP share a layout.
enum class MediaContainer { Wav, Avi, Iso, Ogg, Mp3, Adts, Amr };

/// What the outermost structure of a file says about it. Internal to media.
struct ContainerFacts
{
    MediaContainer container = MediaContainer::Wav;
    QByteArray brand;      ///< of an ISO file, four characters; "qt  " for QuickTime without one
    bool cutShort = false; ///< the structure reaches beyond the end of the file
    qint64 soundFrom = 0;  ///< where tags end and frames may start
    bool hasIndex = false; ///< an ISO file: what says where its samples are, was met
};

/// None for what is none of the layouts that are kept, or when reading stopped; the file knows which.
std::optional<ContainerFacts> recogniseContainer(MediaFile &file);

MediaFormat formatOf(const ContainerFacts &container, bool hasVideo);

} // namespace Holdfast
