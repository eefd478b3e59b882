// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upkeep/WebhookDispatcher.h"
#include "upkeep/WebhookTargets.h"

#include <QThread>

#include <atomic>
#include <memory>

namespace Holdfast {

/// The thread in which webhooks are told. Any thread.
class WebhookDelivering
{
public:
    struct Options
    {
        ThreadConnections &connections;
        WriteQueue &writes;
        const KeyRing &keys;
        Clock clock;
        WebhookTargets targets;
    };

    explicit WebhookDelivering(Options options);
    ~WebhookDelivering();

    void look(); ///< something may be due; brief
    /// What is under way is given up, and sent again at the next start. In the thread that made it.
    void stop();

    /// Attempts since the start.
    struct Tally
    {
        qint64 taken = 0;
        qint64 failed = 0;
    };
    Tally tally() const;

private:
    void begin();

    Options m_options;
    std::atomic_bool m_isAsked = false;
    std::atomic<qint64> m_taken = 0;
    std::atomic<qint64> m_failed = 0;
    std::unique_ptr<WebhookSender> m_sender; ///< this and the next are of the thread
    std::unique_ptr<WebhookDispatcher> m_dispatcher;
    QObject m_thereabouts; ///< lives in the thread
    QThread m_thread;
};

} // namespace Holdfast
