// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/SealedPatchwork.h"
#include "domain/Result.h"

#include <QByteArray>
#include <QString>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <vector>

namespace Holdfast {

/// A recording of which a part is on this computer, sealed, and the rest on its way: whoever brings bytes puts them in
/// chunks, in any order; whoever reads waits for those that are missing. What came stays for the next time. Any thread.
class ArrivingRecording
{
public:
    static constexpr qint64 chunkSize = 16'384;

    /// Only by SealedCache. finalPath is where the file goes once it is whole.
    ArrivingRecording(std::unique_ptr<SealedPatchwork> chunks, qint64 size, QString path, QString finalPath);

    qint64 size() const { return m_size; } ///< plain bytes
    qint64 chunkCount() const;             ///< that carry a byte
    qint64 sizeOfChunk(qint64 chunk) const;

    bool has(qint64 chunk);
    bool isWhole();
    /// The first chunk from there on, and before `end`, that is missing; `end` where none is. Reads what it has not
    /// looked at before.
    qint64 firstMissing(qint64 from, qint64 end);
    Done put(qint64 chunk, QByteArrayView bytes);

    /// Called, in the reading thread, with each chunk that a reader comes to, missing or not: what follows it will
    /// probably be wanted next. Brief; one at a time; null for none.
    void setWanted(std::function<void(qint64 chunk)> wanted);
    /// Nothing more will come: every read of what is missing fails with this, until revive().
    void giveUp(const Failure &failure);
    void revive();

    /// Waits for the chunk. False where `stop` was set meanwhile (wake() tells of it).
    Result<bool> read(qint64 chunk, char *bytes, const std::atomic_bool &stop);
    void wake();

    /// All is here: checks the bytes against the SHA-256 and moves the file to its place. Corrupt, and the part is
    /// gone, where they are not those. Slow: pool thread.
    Done settle(const QByteArray &sha256);

private:
    enum class Known : char { Unknown, Missing, Here };
    bool look(qint64 chunk, char *bytes); ///< under the mutex

    const qint64 m_size;
    const QString m_path;
    const QString m_finalPath;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::unique_ptr<SealedPatchwork> m_chunks;
    std::vector<Known> m_known;
    std::optional<Failure> m_failure;
    std::mutex m_wantedMutex;
    std::function<void(qint64)> m_wanted;
};

} // namespace Holdfast
