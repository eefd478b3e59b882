// SPDX-License-Identifier: GPL-3.0-or-later
#include "upkeep/WebhookDelivering.h"

#include "upkeep/WebhookHttp.h"

#include <QRandomGenerator>

namespace Holdfast {

WebhookDelivering::WebhookDelivering(Options options)
    : m_options(std::move(options))
{
    m_thereabouts.moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("webhooks"));
    m_thread.start();
    QMetaObject::invokeMethod(
        &m_thereabouts, [this] { begin(); }, Qt::QueuedConnection);
}

WebhookDelivering::~WebhookDelivering()
{
    stop();
}

void WebhookDelivering::begin()
{
    m_sender = std::make_unique<WebhookHttp>(m_options.targets);
    m_dispatcher = std::make_unique<WebhookDispatcher>(
        WebhookDispatcher::Surroundings{m_options.connections, m_options.writes, m_options.keys, m_options.clock,
                                        [] { return QRandomGenerator::global()->generateDouble(); },
                                        [this](bool taken) { ++(taken ? m_taken : m_failed); }},
        *m_sender);
    m_dispatcher->look();
}

void WebhookDelivering::look()
{
    if (m_isAsked.exchange(true))
        return;
    QMetaObject::invokeMethod(
        &m_thereabouts,
        [this] {
            m_isAsked = false; // before the question: what comes after it is looked for again
            if (m_dispatcher)
                m_dispatcher->look();
        },
        Qt::QueuedConnection);
}

void WebhookDelivering::stop()
{
    if (!m_thread.isRunning())
        return;
    QMetaObject::invokeMethod(
        &m_thereabouts,
        [this] {
            m_dispatcher.reset();
            m_sender.reset();
        },
        Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

WebhookDelivering::Tally WebhookDelivering::tally() const
{
    return {m_taken, m_failed};
}

} // namespace Holdfast
