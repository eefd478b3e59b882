// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QMutex>

#include <chrono>
#include <optional>

namespace Holdfast {

/// What stands in a URL instead of a token, where no header can be sent (an <audio> element, a link): good for
/// certain recordings and one user, until five minutes after its last use and no longer than a session lasts. Kept in
/// memory, as a hash and for a bounded number: a server that starts anew knows none. Any thread.
class Tickets
{
public:
    static constexpr std::chrono::minutes idleTime{5};
    static constexpr qsizetype mostTickets = 20'000;

    /// Whose sign-in a ticket came from: it ends with it.
    struct Holder
    {
        UserId user;
        QByteArray tokenId;
        QDateTime tokenIssuedAt;
        QDateTime endsAt; ///< whatever its use

        friend bool operator==(const Holder &, const Holder &) = default;
    };
    struct Issued
    {
        QByteArray ticket; ///< for a URL as it is
        QDateTime expiresAt;
    };
    Issued issue(const Holder &holder, QList<RecordingId> recordings, const QDateTime &now);

    /// Whose ticket it is; each use puts its end off. None for another recording's, an ended or an unknown one.
    std::optional<Holder> use(const QByteArray &ticket, RecordingId recording, const QDateTime &now);

    void follow(const QByteArray &tokenId, const Holder &renewed); ///< a session got another token
    void forget(const QByteArray &tokenId);                        ///< it ended

private:
    struct Ticket
    {
        Holder holder;
        QList<RecordingId> recordings; ///< in order
        QDateTime lastUse;
    };
    static bool hasEnded(const Ticket &ticket, const QDateTime &now);
    void makeRoom(const QDateTime &now);

    QMutex m_mutex;
    QHash<QByteArray, Ticket> m_tickets; // by the SHA-256 of what is in the URL
};

} // namespace Holdfast
