// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/OpenApiRoutes.h"

#include "api/FailureReply.h"
#include "contract/Routes.h"

#include <QFile>

namespace Holdfast {

void addOpenApiTo(Http::Router &router)
{
    QFile file(QStringLiteral(":/openapi/openapi.json"));
    const bool opened = file.open(QIODevice::ReadOnly);
    const QByteArray document = file.readAll();
    router.add(
        "GET", Routes::openApi, nullptr, [opened, document](const Http::Request &, const Http::Responder &responder) {
            Http::Reply reply;
            reply.headers.set("Content-Type", "application/json");
            reply.body = document;
            responder.reply(opened
                                ? std::move(reply)
                                : refusal(FailureKind::Internal, QStringLiteral("A part of the program is missing.")));
            return nullptr;
        });
}

} // namespace Holdfast
