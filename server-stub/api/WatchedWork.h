// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Exchange.h"

#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>

namespace Holdfast {

/// Long work for requests, one after the other in a thread of its own, which learns when nobody waits for it any more:
/// the client went away, or the server stops. Any thread; its end waits for the work.
class WatchedWork
{
public:
    using IsCancelled = std::function<bool()>;
    using Work = std::function<void(const QByteArray &body, const Http::Responder &, const IsCancelled &)>;

    WatchedWork();
    ~WatchedWork();
    Q_DISABLE_COPY_MOVE(WatchedWork)

    /// Collects the body, at most maxBytes (413), then does the work in the pool thread; the work answers.
    std::unique_ptr<Http::BodySink> begin(const Http::Request &request, const Http::Responder &responder,
                                          qint64 maxBytes, Work work);

private:
    class Waiting;

    std::shared_ptr<std::atomic<bool>> m_isStopping = std::make_shared<std::atomic<bool>>(false);
    QThreadPool m_pool;
};

} // namespace Holdfast
