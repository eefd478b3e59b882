// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/DataFolder.h"
#include "domain/Recording.h"

#include <QIODevice>
#include <QMutex>

#include <list>
#include <memory>

namespace Holdfast {

/// The plain bytes of stored recordings. A file that was read stays open for a little, since a player asks for one
/// piece after the other and opening costs more than a piece; each chunk is still authenticated when it is read. Any
/// thread; outlives what it gives out.
class OpenRecordings
{
public:
    static constexpr size_t mostIdle = 64;
    static constexpr int mostIdleOfOne = 4; ///< of one recording

    explicit OpenRecordings(DataFolder &data);

    /// For one reader at a time; open again for the next once it lets go. NotFound where the file is gone.
    Result<std::shared_ptr<QIODevice>> open(const Recording &recording);

    /// It was deleted: lets go of its file, so that the disk can have the room.
    void forget(RecordingId id);

private:
    struct Idle
    {
        RecordingId id;
        QString filePath;
        std::unique_ptr<QIODevice> device;
    };
    std::unique_ptr<QIODevice> takeIdle(const Recording &recording);
    void giveBack(Idle idle);

    DataFolder &m_data;
    QMutex m_mutex;
    std::list<Idle> m_idle; // the one that was used last comes last
};

} // namespace Holdfast
