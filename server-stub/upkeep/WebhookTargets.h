// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"

#include <QHostAddress>
#include <QList>
#include <QStringList>
#include <QUrl>

namespace Holdfast {

/// Where webhooks may go (HOLDFAST_WEBHOOK_HOSTS): a list, apart by commas, of
///     crm.example.com      that host
///     .example.com         every host below it
///     10.1.2.0/24, ::1     addresses, also of those that are refused where nobody names them: this machine's own,
///                          private, link-local and every other that is not of the public internet
///     http://crm.example   that host (or ".domain", or address), also without TLS
/// An empty one allows nothing. Immutable; any thread.
class WebhookTargets
{
public:
    /// Malformed, naming the entry that can't be understood.
    static Result<WebhookTargets> parse(const QString &list);

    /// Whether a webhook may name that address: its host and scheme. Malformed, with a sentence, where not. What its
    /// name stands for is looked at when it is connected to.
    Done check(const QUrl &url) const;

    /// Whether a connection may go to that address, for whichever name.
    bool allowsAddress(const QHostAddress &address) const;

private:
    struct Entry
    {
        QString name; ///< in lower case as it stands in DNS; ".domain" for all below; empty: addresses
        QHostAddress net;
        int prefix = 0;
        bool withoutTls = false;

        bool isFor(const QString &host) const;
        bool holds(const QHostAddress &address) const;
    };
    static Result<Entry> parseEntry(const QString &text);

    QList<Entry> m_entries;
};

} // namespace Holdfast
