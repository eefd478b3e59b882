// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/WhenFinished.h"
#include "sync/Wire.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

/// One call of a route over the wire, and how its answer is read: what the classes with a call for each route are made
/// of. For the .cpp files of sync/.
namespace Holdfast {

constexpr std::chrono::seconds callTime{20};
constexpr int wholeProgress = 1000;
constexpr qint64 maxAnswer = 32 * 1024 * 1024; ///< of a list; more is no answer of ours

using HeadFields = QList<QPair<QByteArray, QByteArray>>;

/// What lets a change through only where nobody made one since that revision; nothing where it is not known.
inline HeadFields onRevision(qint64 revision)
{
    if (revision <= 0)
        return {};
    return {{"If-Match", '"' + QByteArray::number(revision) + '"'}};
}

/// Collects one answer of bounded size and hands it on; the promise is kept whatever happens to the call.
template <class T, class Read>
QFuture<Result<T>> answerOf(Wire &wire, QNetworkReply *reply, qint64 bound, Read readBody,
                            Wire::Silence silence = Wire::Silence::MeansUnreachable)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->setProgressRange(0, wholeProgress);
    promise->start();
    QObject::connect(reply, &QNetworkReply::uploadProgress, reply, [promise](qint64 sent, qint64 total) {
        if (total > 0)
            promise->setProgressValue(static_cast<int>(sent * wholeProgress / total));
    });
    auto body = std::make_shared<QByteArray>();
    const auto takeIn = [reply, body, bound] {
        if (reply->isOpen())
            *body += reply->read(bound + 1 - body->size());
        return body->size() <= bound;
    };
    QObject::connect(reply, &QNetworkReply::readyRead, reply, [reply, takeIn] {
        if (!takeIn())
            reply->abort();
    });
    QObject::connect(reply, &QNetworkReply::finished, &wire, [=, &wire] {
        reply->deleteLater();
        if (promise->isCanceled()) { // whoever asked has hung up: that tells nothing of the server
            promise->finish();
            return;
        }
        const bool tooLong = !takeIn();
        std::optional<Failure> failure = wire.failureOf(*reply, *body, silence);
        if (tooLong)
            failure = Wire::notUnderstood(QStringLiteral("an answer of more than %1 bytes").arg(bound));
        if (failure)
            promise->addResult(fail(*failure));
        else if constexpr (std::is_invocable_v<Read, const QByteArray &, const QNetworkReply &>)
            promise->addResult(readBody(*body, *reply));
        else
            promise->addResult(readBody(*body));
        promise->finish();
    });
    auto *watcher = new QFutureWatcher<Result<T>>(reply);
    QObject::connect(watcher, &QFutureWatcherBase::canceled, reply, &QNetworkReply::abort);
    watcher->setFuture(promise->future());
    return promise->future();
}

/// What the Link to the next page names as its cursor.
inline QString nextCursorOf(const QNetworkReply &reply)
{
    static const QRegularExpression next(QStringLiteral("<([^>]*)>; *rel=\"next\""));
    const QRegularExpressionMatch link = next.match(QString::fromLatin1(reply.rawHeader("Link")));
    return QUrlQuery(QUrl(link.captured(1))).queryItemValue(QStringLiteral("cursor"), QUrl::FullyDecoded);
}

template <class T, class FromJson> Result<T> objectFrom(const QByteArray &body, FromJson fromJson)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    Result<T> value = fromJson(document.object());
    if (!document.isObject() || !value)
        return fail(Wire::notUnderstood(value ? QStringLiteral("no JSON object") : value.error().message));
    return value;
}

template <class T, class FromJson> Result<QList<T>> listFrom(const QByteArray &body, FromJson fromJson)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isArray())
        return fail(Wire::notUnderstood(QStringLiteral("no JSON array")));
    QList<T> values;
    for (const QJsonValue &item : document.array()) {
        Result<T> value = fromJson(item.toObject());
        if (!value)
            return fail(Wire::notUnderstood(value.error().message));
        values.append(*value);
    }
    return values;
}

template <class T, class Read>
QFuture<Result<T>> getOver(Wire &wire, const QString &path, const QUrlQuery &query, Read readBody,
                           qint64 bound = maxAnswer)
{
    if (wire.token().isEmpty())
        return finishedWith<Result<T>>(fail(Wire::notSignedIn()));
    return answerOf<T>(wire, wire.get(wire.request(path, query, callTime)), bound, readBody);
}

/// A request that changes something; `fields` are added to its head.
template <class T, class Read>
QFuture<Result<T>> sendOver(Wire &wire, const QByteArray &method, const QString &path,
                            const std::optional<QJsonObject> &body, Read readBody, const HeadFields &fields = {},
                            const QUrlQuery &query = {})
{
    if (wire.token().isEmpty())
        return finishedWith<Result<T>>(fail(Wire::notDone()));
    QNetworkRequest request = wire.request(path, query, callTime);
    if (body)
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    for (const auto &[name, value] : fields)
        request.setRawHeader(name, value);
    const QByteArray bytes = body ? QJsonDocument(*body).toJson(QJsonDocument::Compact) : QByteArray();
    return answerOf<T>(wire, wire.send(method, request, bytes), maxAnswer, readBody);
}

} // namespace Holdfast
