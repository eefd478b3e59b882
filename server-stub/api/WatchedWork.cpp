// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/WatchedWork.h"

namespace Holdfast {

/// Goes with the client, or once the answer is given.
class WatchedWork::Waiting : public Http::BodySink
{
public:
    Waiting(std::unique_ptr<Http::BodySink> collecting, std::shared_ptr<std::atomic<bool>> isGone)
        : m_collecting(std::move(collecting))
        , m_isGone(std::move(isGone))
    {
    }
    ~Waiting() override { *m_isGone = true; }

    std::optional<Http::Reply> take(QByteArrayView bytes) override { return m_collecting->take(bytes); }
    void finish(const Http::Responder &responder) override { m_collecting->finish(responder); }

private:
    std::unique_ptr<Http::BodySink> m_collecting;
    std::shared_ptr<std::atomic<bool>> m_isGone;
};

WatchedWork::WatchedWork()
{
    m_pool.setMaxThreadCount(1);
    m_pool.setThreadPriority(QThread::LowPriority);
}

WatchedWork::~WatchedWork()
{
    *m_isStopping = true;
    m_pool.waitForDone();
}

std::unique_ptr<Http::BodySink> WatchedWork::begin(const Http::Request &request, const Http::Responder &responder,
                                                   qint64 maxBytes, Work work)
{
    const auto isGone = std::make_shared<std::atomic<bool>>(false);
    auto collecting = Http::collectBody(
        request, responder, maxBytes,
        [this, isGone, work = std::move(work)](const QByteArray &body, const Http::Responder &answer) {
            m_pool.start([isGone, isStopping = m_isStopping, work, body, answer] {
                work(body, answer, [isGone, isStopping] { return isGone->load() || isStopping->load(); });
            });
        });
    if (!collecting)
        return nullptr; // answered
    return std::make_unique<Waiting>(std::move(collecting), isGone);
}

} // namespace Holdfast
