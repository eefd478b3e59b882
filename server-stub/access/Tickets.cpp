// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/Tickets.h"

#include "crypto/Random.h"
#include "crypto/Sha256.h"

#include <QMutexLocker>

#include <algorithm>

namespace Holdfast {

namespace {

/// A look-up by the hash takes no longer for a guess that is nearly right.
QByteArray hashOf(const QByteArray &ticket)
{
    Sha256 hash;
    hash.add(ticket);
    return hash.result();
}

} // namespace

Tickets::Issued Tickets::issue(const Holder &holder, QList<RecordingId> recordings, const QDateTime &now)
{
    std::sort(recordings.begin(), recordings.end());
    const QByteArray ticket = randomBytes(32).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    const QMutexLocker lock(&m_mutex);
    makeRoom(now);
    m_tickets.insert(hashOf(ticket), {holder, std::move(recordings), now});
    return {ticket, std::min(now.addMSecs(std::chrono::milliseconds(idleTime).count()), holder.endsAt)};
}

std::optional<Tickets::Holder> Tickets::use(const QByteArray &ticket, RecordingId recording, const QDateTime &now)
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_tickets.find(hashOf(ticket));
    if (found == m_tickets.end() ||
        !std::binary_search(found->recordings.cbegin(), found->recordings.cend(), recording))
        return std::nullopt;
    if (hasEnded(*found, now)) {
        m_tickets.erase(found);
        return std::nullopt;
    }
    found->lastUse = std::max(found->lastUse, now);
    return found->holder;
}

void Tickets::follow(const QByteArray &tokenId, const Holder &renewed)
{
    const QMutexLocker lock(&m_mutex);
    for (Ticket &ticket : m_tickets)
        if (ticket.holder.tokenId == tokenId)
            ticket.holder = renewed;
}

void Tickets::forget(const QByteArray &tokenId)
{
    const QMutexLocker lock(&m_mutex);
    m_tickets.removeIf([&](auto entry) { return entry->holder.tokenId == tokenId; });
}

bool Tickets::hasEnded(const Ticket &ticket, const QDateTime &now)
{
    return now >= ticket.holder.endsAt || ticket.lastUse.msecsTo(now) >= std::chrono::milliseconds(idleTime).count();
}

void Tickets::makeRoom(const QDateTime &now)
{
    if (m_tickets.size() < mostTickets)
        return;
    m_tickets.removeIf([&](auto entry) { return hasEnded(*entry, now); });
    if (m_tickets.size() >= mostTickets)
        m_tickets.erase(std::min_element(m_tickets.begin(), m_tickets.end(),
                                         [](const Ticket &a, const Ticket &b) { return a.lastUse < b.lastUse; }));
}

} // namespace Holdfast
