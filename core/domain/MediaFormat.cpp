// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/MediaFormat.h"

namespace Holdfast {

QLatin1String formatName(MediaFormat format)
{
    switch (format) {
    case MediaFormat::Mp3:
        return QLatin1String("mp3");
    case MediaFormat::Wav:
        return QLatin1String("wav");
    case MediaFormat::M4a:
        return QLatin1String("m4a");
    case MediaFormat::Aac:
        return QLatin1String("aac");
    case MediaFormat::Ogg:
        return QLatin1String("ogg");
    case MediaFormat::Mp4:
        return QLatin1String("mp4");
    case MediaFormat::Avi:
        return QLatin1String("avi");
    case MediaFormat::Mov:
        return QLatin1String("mov");
    case MediaFormat::Amr:
        return QLatin1String("amr");
    case MediaFormat::ThreeGp:
        return QLatin1String("3gp");
    }
    Q_UNREACHABLE();
}

QLatin1String mimeType(MediaFormat format)
{
    switch (format) {
    case MediaFormat::Mp3:
        return QLatin1String("audio/mpeg");
    case MediaFormat::Wav:
        return QLatin1String("audio/wav");
    case MediaFormat::M4a:
        return QLatin1String("audio/mp4");
    case MediaFormat::Aac:
        return QLatin1String("audio/aac");
    case MediaFormat::Ogg:
        return QLatin1String("audio/ogg");
    case MediaFormat::Mp4:
        return QLatin1String("video/mp4");
    case MediaFormat::Avi:
        return QLatin1String("video/x-msvideo");
    case MediaFormat::Mov:
        return QLatin1String("video/quicktime");
    case MediaFormat::Amr:
        return QLatin1String("audio/amr");
    case MediaFormat::ThreeGp:
        return QLatin1String("video/3gpp"); // right for sound alone too, as audio/3gpp is not for pictures
    }
    Q_UNREACHABLE();
}

std::optional<MediaFormat> formatFromName(QStringView name)
{
    for (MediaFormat format : allMediaFormats)
        if (name.compare(formatName(format), Qt::CaseInsensitive) == 0)
            return format;
    return std::nullopt;
}

std::optional<MediaFormat> formatFromFileName(QStringView fileName)
{
    const qsizetype dot = fileName.lastIndexOf(u'.');
    return dot < 0 ? std::nullopt : formatFromName(fileName.sliced(dot + 1));
}

} // namespace Holdfast
