// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

namespace Holdfast {

/// Whether a media file tells by its own structure that more of it is to come: a WAV header that promises more than is
/// there, or was not written for good yet; an MP4, M4A, MOV or 3GP that is cut short or lacks its index; an AVI that is
/// cut short; an Ogg stream without its end. Others don't tell, and are none of these. Reads little, decodes nothing.
/// The device must be open and random-access; its position is not kept. Pool thread.
bool tellsOfMore(QIODevice &file);

} // namespace Holdfast
