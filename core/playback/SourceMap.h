// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <deque>

namespace Holdfast {

/// Where in a recording the sound stands that was played, when parts of it were left out or played again. Played frames
/// count at speed 1 from the last start. Remembers the jumps of a few seconds.
class SourceMap
{
public:
    void restart(qint64 sourceFrame) { m_pieces = {{0, sourceFrame}}; }

    /// What is played from that frame on comes from there.
    void jump(qint64 playedFrame, qint64 sourceFrame)
    {
        if (m_pieces.back().playedFrom == playedFrame)
            m_pieces.pop_back(); // nothing of it was played
        m_pieces.push_back({playedFrame, sourceFrame});
    }

    qint64 sourceOf(qint64 playedFrame) const
    {
        for (auto piece = m_pieces.rbegin(); piece != m_pieces.rend(); ++piece)
            if (piece->playedFrom <= playedFrame)
                return piece->sourceFrom + playedFrame - piece->playedFrom;
        return m_pieces.front().sourceFrom;
    }

    /// Nothing before that frame will be asked for again.
    void forgetBefore(qint64 playedFrame)
    {
        while (m_pieces.size() > 1 && m_pieces[1].playedFrom <= playedFrame)
            m_pieces.pop_front();
    }

private:
    struct Piece
    {
        qint64 playedFrom = 0;
        qint64 sourceFrom = 0;
    };
    std::deque<Piece> m_pieces{{0, 0}};
};

} // namespace Holdfast
