// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/JsonBody.h"

#include "api/FailureReply.h"

#include <QJsonDocument>

namespace Holdfast {

std::unique_ptr<Http::BodySink> collectJson(const Http::Request &request, const Http::Responder &responder,
                                            qint64 maxBytes,
                                            std::function<void(const QJsonObject &, const Http::Responder &)> whole)
{
    return Http::collectBody(
        request, responder, maxBytes,
        [whole = std::move(whole)](const QByteArray &body, const Http::Responder &answer) {
            QJsonParseError error;
            const QJsonDocument document = QJsonDocument::fromJson(body, &error);
            if (error.error != QJsonParseError::NoError || !document.isObject())
                return answer.reply(refusal(FailureKind::Malformed, QStringLiteral("The body must be a JSON object.")));
            whole(document.object(), answer);
        });
}

} // namespace Holdfast
