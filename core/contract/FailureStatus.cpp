// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/FailureStatus.h"

#include "contract/ServerSentences.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace Holdfast {

namespace {

/// The context of these sentences for whoever translates them.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Holdfast::FailureStatus)
};

FailureKind kindOf(int status)
{
    switch (status) {
    case 401:
        return FailureKind::NotSignedIn;
    case 403:
        return FailureKind::Forbidden;
    case 404:
        return FailureKind::NotFound;
    case 408:
    case 502:
    case 503:
    case 504:
        return FailureKind::Unreachable;
    case 409:
        return FailureKind::Conflict;
    case 412:
        return FailureKind::Outdated;
    case 413:
        return FailureKind::TooLarge;
    case 415:
        return FailureKind::UnsupportedMedia;
    case 416:
        return FailureKind::RangeBeyondEnd;
    case 422:
        return FailureKind::IdempotencyMismatch;
    case 423: // somebody is at it at this moment
    case 429:
        return FailureKind::Throttled;
    case 499:
        return FailureKind::Cancelled;
    case 507:
        return FailureKind::StorageFull;
    default:
        return status >= 400 && status < 500 ? FailureKind::Malformed : FailureKind::Internal;
    }
}

/// For an answer that brought no sentence of its own: from a proxy in between, or cut short.
QString sentenceFor(FailureKind kind)
{
    switch (kind) {
    case FailureKind::Malformed:
        return Words::tr("The server did not understand the request. Nothing was changed.");
    case FailureKind::NotSignedIn:
        return Words::tr("You are signed out. Sign in again to go on.");
    case FailureKind::Forbidden:
        return Words::tr("You may not do this. Ask a supervisor for access.");
    case FailureKind::NotFound:
        return Words::tr("This is no longer on the server.");
    case FailureKind::Conflict:
        return Words::tr("This contradicts what is on the server. Nothing was changed.");
    case FailureKind::Outdated:
        return Words::tr("Somebody else changed this meanwhile. Nothing was overwritten; look at it again.");
    case FailureKind::TooLarge:
        return Words::tr("The file is larger than the server takes. Nothing was stored.");
    case FailureKind::UnsupportedMedia:
        return Words::tr("The file is not a recording that the server takes. Nothing was stored.");
    case FailureKind::RangeBeyondEnd:
        return Words::tr("The recording ends before the place that was asked for.");
    case FailureKind::IdempotencyMismatch:
        return Words::tr("This upload was sent before with other contents. Nothing was stored.");
    case FailureKind::Throttled:
        return Words::tr("Too many attempts. Wait a little and try again.");
    case FailureKind::StorageFull:
        return Words::tr("The server has no room left. Nothing was stored; ask an administrator.");
    case FailureKind::Unreachable:
        return Words::tr("The server can't answer at the moment. Try again later.");
    case FailureKind::Corrupt:
        return Words::tr("What is stored is damaged. Ask an administrator.");
    case FailureKind::Cancelled:
        return Words::tr("It was stopped.");
    case FailureKind::Internal:
        return Words::tr("The server failed. Nothing was lost here; try again later.");
    }
    Q_UNREACHABLE();
}

} // namespace

int statusOf(FailureKind kind)
{
    switch (kind) {
    case FailureKind::Malformed:
        return 400;
    case FailureKind::NotSignedIn:
        return 401;
    case FailureKind::Forbidden:
        return 403;
    case FailureKind::NotFound:
        return 404;
    case FailureKind::Conflict:
        return 409;
    case FailureKind::Outdated:
        return 412;
    case FailureKind::TooLarge:
        return 413;
    case FailureKind::UnsupportedMedia:
        return 415;
    case FailureKind::RangeBeyondEnd:
        return 416;
    case FailureKind::IdempotencyMismatch:
        return 422;
    case FailureKind::Throttled:
        return 429;
    case FailureKind::Cancelled:
        return 499;
    case FailureKind::Corrupt:
    case FailureKind::Internal:
        return 500;
    case FailureKind::Unreachable:
        return 503;
    case FailureKind::StorageFull:
        return 507;
    }
    Q_UNREACHABLE();
}

QString sentenceIn(const QByteArray &body)
{
    return QJsonDocument::fromJson(body).object().value(QLatin1String("message")).toString();
}

Failure failureFromStatus(int status, const QByteArray &body, std::optional<std::chrono::seconds> retryAfter)
{
    const FailureKind kind = kindOf(status);
    const QString message = sentenceIn(body);
    return Failure{kind, message.isEmpty() ? sentenceFor(kind) : inOwnLanguage(message),
                   QStringLiteral("HTTP status %1").arg(status), retryAfter};
}

} // namespace Holdfast
