// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/MediaContainer.h"

#include <QByteArray>
#include <QHash>

#include <span>

namespace Holdfast {

/// A file as FFmpeg's demuxers are shown it: without its tags. For each tag they go through all that they have, so that
/// a file of nothing else would hold them up for hours, where no clock is looked at. Sound needs none. And not at all
/// where it promises so many packets that their table of contents would take too much memory. Internal to media.
class DemuxerView
{
public:
    explicit DemuxerView(MediaFile &file);

    /// False where the file must not be shown, or reading stopped.
    bool prepare(const ContainerFacts &container);

    qint64 size() const;
    /// How many bytes were read; offsets are those of the demuxer.
    qsizetype readAt(qint64 offset, std::span<char> into);

private:
    bool walkIso(qint64 from, qint64 end, int depth);
    bool walkRiff(qint64 from, qint64 end, bool isAvi);
    bool oggTagsAreFew();
    void hide(qint64 at, const char *type);
    void hideId3(qint64 at, std::span<char> bytes);

    MediaFile &m_file;
    qint64 m_from = 0; // tags end here
    bool m_hidesId3 = false;
    QHash<qint64, QByteArray> m_hidden; // four characters of a type that are shown in place of others
    qint64 m_packets = 0;
    int m_boxes = 0;
    qint64 m_chunks = 0; // of the track that is walked through
    qint64 m_packetsInChunk = 0;
};

} // namespace Holdfast
