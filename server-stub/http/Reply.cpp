// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Reply.h"

#include <QJsonObject>

namespace Holdfast::Http {

Reply Reply::json(int status, const QJsonDocument &document)
{
    Reply reply;
    reply.status = status;
    reply.headers.add("Content-Type", "application/json");
    reply.body = document.toJson(QJsonDocument::Compact);
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
