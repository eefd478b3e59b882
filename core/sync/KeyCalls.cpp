// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/KeyCalls.h"

#include "contract/KeyJson.h"
#include "contract/Routes.h"
#include "sync/WireCall.h"

namespace Holdfast {

namespace {

Result<KeyOverview> overviewFrom(const QByteArray &body)
{
    return objectFrom<KeyOverview>(body, keyOverviewFromJson);
}

Result<QString> sentenceFrom(const QByteArray &body)
{
    const QString sentence = QJsonDocument::fromJson(body).object().value(QLatin1String("message")).toString();
    if (sentence.isEmpty())
        return fail(Wire::notUnderstood(QStringLiteral("no message")));
    return sentence;
}

} // namespace

QFuture<Result<KeyOverview>> KeyCalls::overview()
{
    return getOver<KeyOverview>(m_api.wire(), Routes::keys, {}, overviewFrom);
}

QFuture<Result<KeyOverview>> KeyCalls::rotate()
{
    return sendOver<KeyOverview>(m_api.wire(), "POST", Routes::keysRotate, std::nullopt, overviewFrom);
}

QFuture<Result<QString>> KeyCalls::retire(const QString &id)
{
    const QString path =
        QString(Routes::keyRetire).replace(QLatin1String("{id}"), QString::fromLatin1(QUrl::toPercentEncoding(id)));
    return sendOver<QString>(m_api.wire(), "POST", path, std::nullopt, sentenceFrom);
}

QFuture<Result<QString>> KeyCalls::rotateTokens(OldTokens old)
{
    return sendOver<QString>(m_api.wire(), "POST", Routes::tokenKeyRotate,
                             QJsonObject{{QLatin1String("endSessions"), old == OldTokens::EndAtOnce}}, sentenceFrom);
}

QFuture<Result<QString>> KeyCalls::rotateCheckpoints(OldCheckpointKey old)
{
    return sendOver<QString>(m_api.wire(), "POST", Routes::checkpointKeyRotate,
                             QJsonObject{{QLatin1String("lost"), old == OldCheckpointKey::Lost}}, sentenceFrom);
}

} // namespace Holdfast
