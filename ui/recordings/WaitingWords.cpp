// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordings/WaitingWords.h"

#include "look/Text.h"

#include <QCoreApplication>
#include <QLocale>

namespace Holdfast {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Holdfast::WaitingWords)
};

} // namespace

QString whyItWaits(const SyncLoop::Delay &delay)
{
    if (delay.side == SyncLoop::Side::ThisComputer)
        return Words::tr("Waiting: this computer failed");
    switch (delay.kind) {
    case FailureKind::StorageFull:
        return Words::tr("Waiting: the server is full");
    case FailureKind::Throttled:
        return Words::tr("Waiting: the server is busy");
    case FailureKind::Unreachable:
        return Words::tr("Waiting: server not reached");
    case FailureKind::NotSignedIn:
        return Words::tr("Waiting: sign in again");
    case FailureKind::Conflict:
        return Words::tr("Waiting: it is being sent");
    case FailureKind::Internal:
        return Words::tr("Waiting: the server failed");
    case FailureKind::Malformed:
    case FailureKind::Forbidden:
    case FailureKind::NotFound:
    case FailureKind::Outdated:
    case FailureKind::TooLarge:
    case FailureKind::UnsupportedMedia:
    case FailureKind::RangeBeyondEnd:
    case FailureKind::IdempotencyMismatch:
    case FailureKind::Corrupt:
    case FailureKind::Cancelled:
        return Words::tr("Waiting");
    }
    Q_UNREACHABLE();
}

QString whenItGoes(const SyncLoop::Delay &delay)
{
    if (!delay.until)
        return {};
    const QString time = QLocale().toString(delay.until->toLocalTime().time(), QLocale::ShortFormat);
    return Words::tr("Next try at %1").arg(ltr(time));
}

} // namespace Holdfast
