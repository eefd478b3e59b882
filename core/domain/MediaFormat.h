// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <optional>

namespace Holdfast {

/// The formats that Holdfast keeps (contract.md, Uploads): eight of desks and the web, and the two of telephones.
enum class MediaFormat { Mp3, Wav, M4a, Aac, Ogg, Mp4, Avi, Mov, Amr, ThreeGp };

inline constexpr std::array allMediaFormats{MediaFormat::Mp3, MediaFormat::Wav,    MediaFormat::M4a, MediaFormat::Aac,
                                            MediaFormat::Ogg, MediaFormat::Mp4,    MediaFormat::Avi, MediaFormat::Mov,
                                            MediaFormat::Amr, MediaFormat::ThreeGp};

/// The contract's `format` and the usual file extension, lower case, without a dot: "mp3".
QLatin1String formatName(MediaFormat format);

/// The media type a server sends: "audio/mpeg".
QLatin1String mimeType(MediaFormat format);

/// The format that a file name promises by its extension, in any case; none for a name of no such extension.
std::optional<MediaFormat> formatFromFileName(QStringView fileName);
std::optional<MediaFormat> formatFromName(QStringView name);

} // namespace Holdfast
