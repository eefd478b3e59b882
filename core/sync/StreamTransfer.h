// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/ApiClient.h"
#include "sync/Wire.h"

#include <functional>

namespace Holdfast {

/// What is said where a stream does not arrive.
struct StreamWords
{
    QString cantWrite; ///< %1 is what the device says
    QString brokeOff;  ///< before its end
    QString stopped;   ///< by cancel()
};

/// One answer of the server on its way to a device, as it is made: a portion of it is in memory at a time, and it can't
/// be resumed. The total of progress() is -1 where the server does not know it beforehand.
///
///     Asking ── 200 ──► Receiving ── all bytes ──► downloaded
///        └── refused ──┬─────┴── cut, or the device is full ──► failed
///
/// Begins once its signals can be listened to. UI thread; wire and device outlive it.
class StreamTransfer : public Transfer
{
    Q_OBJECT
public:
    using Ask = std::function<QNetworkReply *(Wire &)>; ///< the reply is the transfer's

    StreamTransfer(Wire &wire, Ask ask, StreamWords words, QIODevice &to);
    ~StreamTransfer() override;

    void cancel() override;

private:
    void begin();
    void receive();
    void ended();
    void stop(const Failure &failure);
    void end(); ///< no signal of the reply arrives after it
    qint64 total() const;

    Wire &m_wire;
    Ask m_ask;
    StreamWords m_words;
    QIODevice &m_to;
    std::unique_ptr<QNetworkReply> m_reply;
    qint64 m_done = 0; ///< bytes that the device has
    bool m_isOver = false;
};

} // namespace Holdfast
