// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/MediaRefusal.h"

#include <QCoreApplication>

namespace Holdfast {

Failure notAMediaFile(const QString &detail)
{
    return {FailureKind::UnsupportedMedia,
            QCoreApplication::translate(
                "Holdfast::MediaRefusal",
                "The file is not a recording in one of the formats that are kept: MP3, WAV, M4A, AAC, OGG, "
                "MP4, AVI, MOV, AMR or 3GP. It was not changed; save the recording in one of these."),
            detail, std::nullopt};
}

Failure nothingToPlay(const QString &detail)
{
    return {FailureKind::UnsupportedMedia,
            QCoreApplication::translate(
                "Holdfast::MediaRefusal",
                "The file has the outer form of a recording, but there is nothing in it that can be played; "
                "it may be cut off or damaged."),
            detail, std::nullopt};
}

} // namespace Holdfast
