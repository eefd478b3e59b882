// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/SecretKey.h"

#include <QByteArray>
#include <QIODevice>

#include <memory>

namespace Holdfast {

/// Seals plain bytes into a Cobblestone-256 stream (SealedLayout.h) as they come; memory does not grow with the file.
/// Each key seals one file only. Not thread-safe; any one thread at a time.
class SealedWriter
{
public:
    /// Writes the header to the device at once. The device must be open for writing and outlive the writer; context
    /// binds the file to what it is (a recording's id), and the reader must name the same.
    static Result<std::unique_ptr<SealedWriter>> begin(QIODevice &to, const SecretKey &key, QByteArrayView context);
    ~SealedWriter();

    Done write(QByteArrayView plain);
    /// Writes the last chunk. Without it the file is truncated, and a reader says so.
    Done finish();

    qint64 plainSize() const; ///< bytes taken so far

private:
    struct State;
    explicit SealedWriter(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state;
};

} // namespace Holdfast
