// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/Wire.h"

#include "contract/FailureStatus.h"

#include <QSslError>

namespace Holdfast {

Wire::Wire(QObject *parent)
    : QObject(parent)
{
    m_manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

void Wire::setServer(const QUrl &server)
{
    m_server = server;
}

void Wire::setToken(const QByteArray &token)
{
    if (token == m_token)
        return;
    m_token = token;
    Q_EMIT tokenChanged();
}

QNetworkRequest Wire::request(QLatin1String route, std::chrono::milliseconds timeLimit) const
{
    return request(QString(route), {}, timeLimit);
}

QNetworkRequest Wire::request(const QString &path, const QUrlQuery &query, std::chrono::milliseconds timeLimit) const
{
    QUrl url = m_server;
    QString base = url.path();
    while (base.endsWith(QLatin1Char('/')))
        base.chop(1);
    url.setPath(base + path);
    url.setQuery(query);
    QNetworkRequest request(url);
    request.setTransferTimeout(static_cast<int>(timeLimit.count()));
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("User-Agent", "Holdfast/" HOLDFAST_VERSION);
    if (!m_token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_token);
    return request;
}

std::optional<Failure> Wire::failureOf(const QNetworkReply &reply, const QByteArray &body, Silence silence)
{
    const int code = status(reply);
    if (code != 0 || silence == Silence::MeansUnreachable)
        setReachable(code != 0);
    if (code == 0)
        return withoutAnswer(reply);
    if (code >= 400) {
        std::optional<std::chrono::seconds> retryAfter;
        bool isNumber = false;
        const int seconds = reply.rawHeader("Retry-After").toInt(&isNumber);
        if (isNumber && seconds >= 0)
            retryAfter = std::chrono::seconds(seconds);
        // An answer to a token that was replaced meanwhile says nothing about the new one.
        const QByteArray sent = reply.request().rawHeader("Authorization");
        if (code == 401 && isTokenReplaced(reply))
            return Failure{FailureKind::Throttled,
                           tr("Your password is being changed. Try again in a moment."),
                           {},
                           std::chrono::seconds(1)};
        if (code == 401 && !sent.isEmpty() && sent == "Bearer " + m_token) {
            setToken({});
            Q_EMIT signInNeeded();
        }
        return failureFromStatus(code, body, retryAfter);
    }
    if (code < 200 || code >= 300)
        return notUnderstood(QStringLiteral("HTTP status %1").arg(code));
    if (reply.error() != QNetworkReply::NoError)
        return withoutAnswer(reply);
    return std::nullopt;
}

bool Wire::isTokenReplaced(const QNetworkReply &reply) const
{
    return !m_tokenReplacedBy.isEmpty() && !reply.request().url().path().endsWith(m_tokenReplacedBy);
}

int Wire::status(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

Failure Wire::withoutAnswer(const QNetworkReply &reply)
{
    if (reply.error() == QNetworkReply::SslHandshakeFailedError)
        return {FailureKind::Unreachable,
                tr("The server's certificate can't be trusted, so nothing was sent to it. Your recordings are safe on "
                   "this computer. Check the address, or ask your administrator. (%1)")
                    .arg(reply.errorString()),
                reply.errorString(),
                {}};
    if (reply.error() == QNetworkReply::ProtocolUnknownError ||
        reply.error() == QNetworkReply::ProtocolInvalidOperationError)
        return {FailureKind::Unreachable,
                tr("This is not the address of a server. It looks like https://name:3000."),
                reply.errorString(),
                {}};
    return unreachable(reply.errorString());
}

Failure Wire::notSignedIn()
{
    return {
        FailureKind::NotSignedIn, tr("Sign in again to go on. What waits here is safe and will be sent then."), {}, {}};
}

Failure Wire::notDone()
{
    return {FailureKind::NotSignedIn,
            tr("Nothing was changed, because you are signed out. Sign in again, then do it once more."),
            {},
            {}};
}

Failure Wire::unreachable(const QString &detail)
{
    return {FailureKind::Unreachable,
            tr("The server can't be reached. Your recordings are safe on this computer and will be sent when it is "
               "back."),
            detail,
            {}};
}

Failure Wire::notUnderstood(const QString &detail)
{
    return {FailureKind::Internal,
            tr("Something answers at this address, but not as a Holdfast server does. Check the address; what waits "
               "here is safe."),
            detail,
            {}};
}

void Wire::setReachable(bool reachable)
{
    if (reachable == m_reachable)
        return;
    m_reachable = reachable;
    Q_EMIT reachableChanged(reachable);
}

void letGo(std::unique_ptr<QNetworkReply> &reply, const QObject &listener)
{
    if (!reply)
        return;
    QNetworkReply *going = reply.release();
    going->disconnect(&listener);
    going->abort();
    going->deleteLater();
}

QString pathFor(QLatin1String route, qint64 id)
{
    return QString(route).replace(QLatin1String("{id}"), QString::number(id));
}

} // namespace Holdfast
