// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "RawClient.h"

#include "http/Listener.h"

#include <QTest>

namespace Holdfast::Http {

/// Waits for the next whole answer of a client and names it.
#define TAKE(answer, client)                                                                                           \
    QTRY_VERIFY((client).hasAnswer());                                                                                 \
    const RawClient::Answer answer = (client).takeAnswer()

/// A listener on a free port with the routes of the test.
class ListeningTest
{
public:
    ListeningTest(Router theRouter, Limits limits, std::optional<QSslConfiguration> tls = std::nullopt)
        : router(std::move(theRouter))
        , listener(std::make_unique<Listener>(router, limits, std::move(tls), 2))
        , port(listener->listen(QHostAddress(QHostAddress::LocalHost), 0).value_or(0))
    {
    }

    std::unique_ptr<RawClient> client() const { return std::make_unique<RawClient>(port); }

    const Router router;
    std::unique_ptr<Listener> listener;
    const quint16 port;
};

inline QByteArray get(const QByteArray &target, const QByteArray &fields = {})
{
    return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\n";
}

inline Handler answering(std::function<Reply()> make)
{
    return [make = std::move(make)](const Request &, const Responder &responder) -> std::unique_ptr<BodySink> {
        responder.reply(make());
        return nullptr;
    };
}

} // namespace Holdfast::Http
