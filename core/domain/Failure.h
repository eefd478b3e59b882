// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

#include <chrono>
#include <optional>

namespace Holdfast {

/// What can go wrong, seen from whoever asked. Each kind has one HTTP status (contract/FailureStatus.h), one way to
/// go on (mayRetry) and a sentence of its own for people, in Failure::message.
enum class FailureKind {
    Malformed,           ///< the request or the file does not have the form it needs
    NotSignedIn,         ///< no token, or one that no longer counts
    Forbidden,           ///< this person may not
    NotFound,            ///< there is no such thing
    Conflict,            ///< it contradicts what is there
    Outdated,            ///< it was changed meanwhile (a precondition failed)
    TooLarge,            ///< more bytes than allowed
    UnsupportedMedia,    ///< not one of the media formats that are kept
    RangeBeyondEnd,      ///< the byte range starts after the last byte
    IdempotencyMismatch, ///< the same Idempotency-Key came with another body
    Throttled,           ///< too many attempts; retryAfter says when to come back
    StorageFull,         ///< no room to keep it
    Unreachable,         ///< the other side, the disk or a service did not answer
    Corrupt,             ///< stored bytes are not the bytes that were stored
    Cancelled,           ///< the person who asked for it stopped it
    Internal,            ///< a fault of ours
};

/// Why something was not done.
struct Failure
{
    FailureKind kind = FailureKind::Internal;
    QString message; ///< a sentence for the person: what happened, what is safe, what to do; never a secret
    QString detail;  ///< for the log alone: the cause as the library told it; never a secret, never a person's name
    std::optional<std::chrono::seconds> retryAfter;

    friend bool operator==(const Failure &, const Failure &) = default;
};

/// True where the same attempt may succeed later without anyone doing anything: Throttled, StorageFull, Unreachable,
/// Internal. False where it must wait for a person.
bool mayRetry(FailureKind kind);

/// A stable lower-case word for logs and tests ("too-large").
QLatin1String failureWord(FailureKind kind);

} // namespace Holdfast

Q_DECLARE_METATYPE(Holdfast::Failure)
