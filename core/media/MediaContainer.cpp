// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/MediaContainer.h"

#include "media/MpegFrames.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace Holdfast {

namespace {

constexpr qsizetype frameSearchBytes = 65'536;
constexpr int maxBoxes = 10'000; // fragmented recordings have two a second
constexpr int maxTags = 8;

bool isOneOf(QByteArrayView four, std::initializer_list<const char *> names)
{
    return std::any_of(names.begin(), names.end(),
                       [four](const char *name) { return four == QByteArrayView(name, 4); });
}

std::optional<ContainerFacts> recogniseRiff(QByteArrayView head, qint64 size)
{
    const QByteArrayView form = head.sliced(8, 4);
    if (form == QByteArrayView("WAVE") && isOneOf(head.first(4), {"RIFF", "RF64", "BW64"}))
        return ContainerFacts{MediaContainer::Wav, {}, false, 0};
    if (form != QByteArrayView("AVI ") || head.first(4) != QByteArrayView("RIFF"))
        return std::nullopt;
    const qint64 promised = 8 + qint64(qFromLittleEndian<quint32>(head.data() + 4));
    return ContainerFacts{MediaContainer::Avi, {}, promised > size, 0};
}

struct OuterBoxes
{
    bool cutShort = false; ///< their chain ends beyond the end of the file
    bool hasMovie = false;
};

OuterBoxes outerBoxesOf(MediaFile &file)
{
    OuterBoxes outer;
    qint64 at = 0;
    for (int boxes = 0; boxes < maxBoxes && at < file.size(); ++boxes) {
        const QByteArray head = file.bytesAt(at, 16);
        if (head.size() < 8) {
            outer.cutShort = !file.stopped();
            return outer;
        }
        outer.hasMovie = outer.hasMovie || QByteArrayView(head).sliced(4, 4) == QByteArrayView("moov");
        quint64 length = qFromBigEndian<quint32>(head.constData());
        if (length == 0) // to the end of the file
            return outer;
        if (length == 1 && head.size() == 16)
            length = qFromBigEndian<quint64>(head.constData() + 8);
        outer.cutShort = length > quint64(file.size() - at);
        if (outer.cutShort || length < 8) // no box: trailing junk
            return outer;
        at += qint64(length);
    }
    return outer;
}

std::optional<ContainerFacts> recogniseIso(QByteArrayView head, MediaFile &file)
{
    const QByteArrayView box = head.sliced(4, 4);
    QByteArray brand("qt  ", 4);
    if (box == QByteArrayView("ftyp")) {
        brand = head.sliced(8, 4).toByteArray();
        // Pictures come in the same boxes.
        if (isOneOf(brand, {"heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis", "crx "}))
            return std::nullopt;
    } else if (!isOneOf(box, {"moov", "mdat", "wide", "free", "skip", "pnot"})) {
        return std::nullopt;
    }
    const OuterBoxes outer = outerBoxesOf(file);
    return ContainerFacts{MediaContainer::Iso, brand, outer.cutShort, 0, outer.hasMovie};
}

ContainerFacts recogniseOgg(MediaFile &file)
{
    constexpr qsizetype longestPage = 65'307;
    constexpr qsizetype headerBytes = 27;
    constexpr int lastOfItsStream = 4;
    ContainerFacts facts{MediaContainer::Ogg, {}, true, 0};
    const QByteArray tail = file.bytesAt(std::max<qint64>(0, file.size() - longestPage), longestPage);
    const qsizetype page = tail.lastIndexOf("OggS");
    if (page < 0 || page + headerBytes > tail.size())
        return facts;
    facts.cutShort = !(uchar(tail[page + 5]) & lastOfItsStream);
    return facts;
}

std::optional<ContainerFacts> recogniseFrames(MediaFile &file)
{
    qint64 from = 0;
    for (int tags = 0; tags < maxTags; ++tags) {
        const qint64 length = id3TagLength(file.bytesAt(from, 10));
        if (length == 0)
            break;
        from += length;
    }
    const QByteArray start = file.bytesAt(from, frameSearchBytes);
    if (start.startsWith("fLaC")) // its frames look like those of ADTS
        return std::nullopt;
    const std::optional<MpegFrames> frames = findMpegFrames(start);
    if (!frames)
        return std::nullopt;
    const bool mp3 = *frames == MpegFrames::Mp3;
    return ContainerFacts{mp3 ? MediaContainer::Mp3 : MediaContainer::Adts, {}, false, from};
}

/// What the boxes of an ISO file hold and for whom they were written decides between four formats: QuickTime's brand
/// makes a MOV, 3GPP's a 3GP; else moving pictures make an MP4 and sound alone an M4A, whichever brand it bears.
MediaFormat isoFormat(const QByteArray &brand, bool hasVideo)
{
    if (brand == "qt  ")
        return MediaFormat::Mov;
    if (brand.startsWith("3g"))
        return MediaFormat::ThreeGp;
    return hasVideo ? MediaFormat::Mp4 : MediaFormat::M4a;
}

} // namespace

MediaFormat formatOf(const ContainerFacts &container, bool hasVideo)
{
    switch (container.container) {
    case MediaContainer::Wav:
        return MediaFormat::Wav;
    case MediaContainer::Avi:
        return MediaFormat::Avi;
    case MediaContainer::Iso:
        return isoFormat(container.brand, hasVideo);
    case MediaContainer::Ogg:
        return MediaFormat::Ogg;
    case MediaContainer::Mp3:
        return MediaFormat::Mp3;
    case MediaContainer::Adts:
        return MediaFormat::Aac;
    case MediaContainer::Amr:
        return MediaFormat::Amr;
    }
    Q_UNREACHABLE();
}

std::optional<ContainerFacts> recogniseContainer(MediaFile &file)
{
    const QByteArray head = file.bytesAt(0, 12);
    if (head.size() == 12) {
        if (auto riff = recogniseRiff(head, file.size()))
            return riff;
        if (auto iso = recogniseIso(head, file))
            return iso;
    }
    if (head.startsWith("OggS"))
        return recogniseOgg(file);
    if (head.startsWith("#!AMR\n") || head.startsWith("#!AMR-WB\n"))
        return ContainerFacts{MediaContainer::Amr, {}, false, 0};
    // These hold MP3 and AAC frames in a row too, but are none of the formats that are kept.
    if (head.startsWith("\x1a\x45\xdf\xa3") || head.startsWith("FLV") || head.startsWith("RIFF"))
        return std::nullopt;
    return recogniseFrames(file);
}

} // namespace Holdfast
