// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/FailureReply.h"

#include "api/Log.h"
#include "contract/FailureStatus.h"

namespace Holdfast {

namespace {

/// What people outside are told of a fault of ours: that it is one, and nothing about the inside.
QString sentenceFor(const Failure &failure)
{
    if (failure.kind == FailureKind::Internal)
        return QStringLiteral("The server met a fault of its own. Nothing was changed; the log has the details.");
    if (failure.kind == FailureKind::Corrupt)
        return QStringLiteral("What the server stored is damaged and can't be read. Nothing was changed; the log has "
                              "the details.");
    return failure.message;
}

} // namespace

Http::Reply failureReply(const Failure &failure)
{
    const int status = statusOf(failure.kind);
    if (status >= 500)
        qCWarning(logApi).noquote() << "answered" << status << failureWord(failure.kind) << failure.message
                                    << failure.detail;
    Http::Reply reply = Http::Reply::message(status, sentenceFor(failure));
    if (failure.retryAfter)
        reply.headers.set("Retry-After", QByteArray::number(qint64{failure.retryAfter->count()}));
    if (failure.kind == FailureKind::NotSignedIn)
        reply.headers.set("WWW-Authenticate", "Bearer");
    return reply;
}

Http::Reply refusal(FailureKind kind, const QString &message)
{
    return failureReply(Failure{kind, message, {}, std::nullopt});
}

} // namespace Holdfast
