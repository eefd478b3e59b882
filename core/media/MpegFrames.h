// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace Holdfast {

/// Finding the frames of MP3 and of AAC in ADTS, neither of which has a header that tells them from noise: a sync word
/// comes about every 2,000 bytes of anything, so only frames that follow upon each other count. Internal to media.
enum class MpegFrames { Mp3, Adts };

/// Which kind of frames starts in these bytes, of which three in a row agree in all that may not change within a
/// stream; none where there is no such place. A piece of a file that ends before the third frame has none either.
std::optional<MpegFrames> findMpegFrames(QByteArrayView bytes);

/// Length in bytes of the frame whose header stands here; 0 where none does.
int mpegFrameLength(MpegFrames kind, QByteArrayView bytes);

/// Length in bytes of the ID3v2 tag that starts here, header and footer included; 0 where none does.
qint64 id3TagLength(QByteArrayView bytes);

} // namespace Holdfast
