// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Reply.h"

#include <QJsonObject>

namespace Holdfast::Http {

Reply Reply::json(int status, const QJsonDocument &document)
{
    return json(status, document.toJson(QJsonDocument::Compact));
}

Reply Reply::json(int status, QByteArray text)
{
    Reply reply;
    reply.status = status;
    reply.headers.add("Content-Type", "application/json");
    reply.body = std::move(text);
    return reply;
}

Reply Reply::message(int status, const QString &message)
{
    return json(status, QJsonDocument(QJsonObject{{QStringLiteral("message"), message}}));
}

Reply Reply::empty(int status)
{
    Reply reply;
    reply.status = status;
    return reply;
}

} // namespace Holdfast::Http
