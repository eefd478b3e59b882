// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/DemuxerView.h"

#include "media/MediaWindow.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace Holdfast {

namespace {

constexpr qsizetype windowBytes = 4096;
constexpr qint64 mostPackets = 700'000; // 24 bytes each, twice while edits are made; four hours of sound in AAC
constexpr int mostBoxes = 300'000;      // fragmented recordings have seven a second or two
constexpr int mostDepth = 10;
constexpr int mostHidden = 1000;
constexpr quint32 mostOggTags = 10'000;

bool isOneOf(QByteArrayView four, std::initializer_list<const char *> names)
{
    return std::any_of(names.begin(), names.end(),
                       [four](const char *name) { return four == QByteArrayView(name, 4); });
}

quint32 big(QByteArrayView bytes, qsizetype at)
{
    return at + 4 <= bytes.size() ? qFromBigEndian<quint32>(bytes.data() + at) : 0;
}

quint32 little(QByteArrayView bytes, qsizetype at)
{
    return at + 4 <= bytes.size() ? qFromLittleEndian<quint32>(bytes.data() + at) : 0;
}

} // namespace

DemuxerView::DemuxerView(MediaFile &file)
    : m_file(file)
{
}

bool DemuxerView::prepare(const ContainerFacts &container)
{
    switch (container.container) {
    case MediaContainer::Iso:
        return walkIso(0, m_file.size(), 0) && m_packets <= mostPackets && m_hidden.size() <= mostHidden;
    case MediaContainer::Wav:
    case MediaContainer::Avi:
        return walkRiff(12, m_file.size(), container.container == MediaContainer::Avi) && m_packets <= mostPackets &&
               m_hidden.size() <= mostHidden;
    case MediaContainer::Ogg:
        return oggTagsAreFew();
    case MediaContainer::Mp3:
    case MediaContainer::Adts:
        m_from = container.soundFrom;
        m_hidesId3 = container.container == MediaContainer::Adts;
        return true;
    case MediaContainer::Amr:
        return true;
    }
    Q_UNREACHABLE();
}

qint64 DemuxerView::size() const
{
    return std::max<qint64>(0, m_file.size() - m_from);
}

qsizetype DemuxerView::readAt(qint64 offset, std::span<char> into)
{
    const qint64 at = m_from + offset;
    const qsizetype got = m_file.readAt(at, into);
    const std::span<char> bytes = into.first(size_t(got));
    if (m_hidesId3)
        hideId3(at, bytes);
    for (auto hidden = m_hidden.begin(); hidden != m_hidden.end(); ++hidden)
        for (qint64 i = 0; i < hidden.value().size(); ++i)
            if (const qint64 place = hidden.key() + i - at; place >= 0 && place < got)
                bytes[size_t(place)] = hidden.value()[i];
    return got;
}

void DemuxerView::hide(qint64 at, const char *type)
{
    m_hidden.insert(at, QByteArray(type, 4));
}

/// Between frames a tag may stand anywhere. Its name is three letters, which sound has once in sixteen million bytes.
void DemuxerView::hideId3(qint64 at, std::span<char> bytes)
{
    constexpr qsizetype before = 2; // letters of it may have been read before
    const QByteArray start = m_file.bytesAt(std::max<qint64>(0, at - before), std::min<qint64>(at, before));
    QByteArray all = start;
    all.append(bytes.data(), qsizetype(bytes.size()));
    for (qsizetype found = all.indexOf("ID3"); found >= 0; found = all.indexOf("ID3", found + 1))
        for (qsizetype i = std::max(found, start.size()); i < found + 3; ++i)
            bytes[size_t(i - start.size())] = 0;
}

/// Follows the boxes as a demuxer does that makes the best of what is wrong.
bool DemuxerView::walkIso(qint64 from, qint64 end, int depth)
{
    MediaWindow window(m_file, windowBytes);
    for (qint64 at = from; end - at >= 8;) {
        if (++m_boxes > mostBoxes || m_hidden.size() > mostHidden)
            return false;
        const QByteArrayView head = window.at(at, 24);
        if (head.size() < 8)
            return !m_file.stopped();
        const QByteArrayView type = head.sliced(4, 4);
        const bool isLong = big(head, 0) == 1 && head.size() >= 16;
        const quint64 said = isLong ? quint64(big(head, 8)) << 32 | big(head, 12) : big(head, 0);
        const qint64 left = end - at;
        const qint64 length = said == 0 ? left : qint64(std::min<quint64>(said, quint64(left)));
        const qsizetype headBytes = isLong ? 16 : 8;
        if (length < headBytes)
            return true;
        if (isOneOf(type, {"udta", "meta", "ilst", "keys"})) {
            hide(at + 4, "free");
        } else if (type == QByteArrayView("cmov")) {
            return false; // compressed tables, as large as they like
        } else if (isOneOf(type, {"moov", "trak", "mdia", "minf", "dinf", "stbl", "edts", "mvex", "moof", "traf",
                                  "wide", "tref"}) &&
                   depth < mostDepth) {
            const bool isTrack = type == QByteArrayView("trak");
            if (isTrack)
                m_chunks = m_packetsInChunk = 0;
            if (!walkIso(at + headBytes, at + length, depth + 1))
                return false;
            if (isTrack) // samples that stand for themselves are counted by the thousand
                m_packets += m_chunks + m_packetsInChunk / 1024 * m_chunks;
        } else if (isOneOf(type, {"stsz", "stz2"})) {
            m_packets += big(window.at(at, headBytes + 12), headBytes + 8);
        } else if (type == QByteArrayView("trun")) {
            m_packets += big(window.at(at, headBytes + 8), headBytes + 4);
        } else if (isOneOf(type, {"stco", "co64"})) {
            m_chunks = std::max<qint64>(m_chunks, big(window.at(at, headBytes + 8), headBytes + 4));
        } else if (type == QByteArrayView("stsc")) {
            const qint64 count = std::min<qint64>(big(window.at(at, headBytes + 8), headBytes + 4), length / 12);
            for (qint64 i = 0; i < count; ++i)
                m_packetsInChunk =
                    std::max<qint64>(m_packetsInChunk, big(window.at(at + headBytes + 8 + i * 12, 8), 4));
        }
        if (m_file.stopped())
            return false;
        at += length;
    }
    return true;
}

bool DemuxerView::walkRiff(qint64 from, qint64 end, bool isAvi)
{
    for (qint64 at = from; end - at >= 8;) {
        if (++m_boxes > mostBoxes || m_hidden.size() > mostHidden)
            return false;
        const QByteArray head = m_file.bytesAt(at, 12);
        if (head.size() < 8)
            return !m_file.stopped();
        const QByteArrayView type = QByteArrayView(head).first(4);
        const QByteArrayView form = head.size() == 12 ? QByteArrayView(head).sliced(8) : QByteArrayView();
        const qint64 length = little(head, 4);
        const bool isList = type == QByteArrayView("LIST");
        if (!isAvi && type == QByteArrayView("data"))
            return true;
        if (isAvi && isList && isOneOf(form, {"hdrl", "strl"})) {
            if (!walkRiff(at + 12, std::min(end, at + 8 + length), isAvi))
                return false;
        } else if (isAvi && type == QByteArrayView("idx1")) {
            m_packets += length / 16;
        } else if (isAvi ? !(isList && form == QByteArrayView("movi")) &&
                               !isOneOf(type, {"avih", "strh", "strf", "vprp", "JUNK", "RIFF"})
                         : !isOneOf(type, {"fmt ", "fact", "ds64", "JUNK"})) {
            hide(at, "JUNK");
        }
        at += 8 + length + (length & 1);
    }
    return true;
}

/// Counts what stands at the start; a recording that was joined to it is not looked at, for that the whole file would
/// have to be read.
bool DemuxerView::oggTagsAreFew()
{
    constexpr qsizetype searched = 65'536;
    const QByteArray start = m_file.bytesAt(0, searched);
    for (const QByteArrayView name : {QByteArrayView("\x03vorbis"), QByteArrayView("OpusTags")}) {
        const qsizetype found = start.indexOf(name);
        if (found < 0)
            continue;
        const qsizetype vendor = found + name.size();
        const quint32 vendorBytes = little(start, vendor);
        if (vendorBytes > quint32(searched) || little(start, vendor + 4 + qsizetype(vendorBytes)) > mostOggTags)
            return false;
    }
    return !m_file.stopped();
}

} // namespace Holdfast
