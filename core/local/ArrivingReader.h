// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Interruptible.h"
#include "local/ArrivingRecording.h"

#include <QIODevice>

#include <array>
#include <atomic>
#include <memory>

namespace Holdfast {

/// The plain bytes of an ArrivingRecording as a read-only, random-access, unbuffered device, whose reads wait for what
/// is not here yet: not for an event loop's thread. Any one thread at a time, but for interrupt() and goOn().
class ArrivingReader : public QIODevice, public Interruptible
{
    Q_OBJECT
public:
    explicit ArrivingReader(std::shared_ptr<ArrivingRecording> recording);

    qint64 size() const override;
    bool isSequential() const override { return false; }

    void interrupt() override;
    void goOn() override;

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 maxSize) override;

private:
    bool hold(qint64 chunk); ///< waits for it

    std::shared_ptr<ArrivingRecording> m_recording;
    std::atomic_bool m_interrupted = false;
    qint64 m_chunk = -1; ///< whose bytes are in m_bytes
    std::array<char, ArrivingRecording::chunkSize> m_bytes;
};

} // namespace Holdfast
