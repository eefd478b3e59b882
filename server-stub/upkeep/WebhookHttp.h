// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upkeep/WebhookSender.h"
#include "upkeep/WebhookTargets.h"

#include <QNetworkAccessManager>
#include <QSslConfiguration>

#include <chrono>

namespace Holdfast {

/// Sends deliveries by HTTP/1.1, to allowed targets alone. A name is looked up once for each attempt and the connection
/// goes to the very address that was looked at; the certificate must be for the name. No proxy, no redirect followed,
/// no cookie kept, nothing kept of what is answered but its status. In one thread that has an event loop.
class WebhookHttp : public WebhookSender
{
public:
    using Found = std::function<void(const QList<QHostAddress> &)>;
    /// Answers the addresses of a name, none where there are none; not once `context` is gone.
    using Lookup = std::function<void(const QString &host, QObject *context, Found found)>;

    struct Options
    {
        std::chrono::milliseconds patience = std::chrono::seconds(15); ///< for all of an attempt
        Lookup lookup = lookUpByDns;
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    };

    explicit WebhookHttp(WebhookTargets targets);
    WebhookHttp(WebhookTargets targets, Options options);
    ~WebhookHttp() override;

    void send(const Post &post, Answer answer) override;

private:
    class Attempt;
    static void lookUpByDns(const QString &host, QObject *context, Found found);

    const WebhookTargets m_targets;
    const Options m_options;
    QNetworkAccessManager m_network;
    QObject m_attempts; ///< their parent: they go before the network does
};

} // namespace Holdfast
