// SPDX-License-Identifier: GPL-3.0-or-later
#include "upkeep/WebhookTargets.h"

#include <algorithm>

namespace Holdfast {

namespace {

using Net = std::pair<QHostAddress, int>;

/// What stands for an IPv4 address in six ways is looked at as that one.
QHostAddress plainAddress(const QHostAddress &address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    if (isIpv4)
        return QHostAddress(ipv4);
    QHostAddress plain(address);
    plain.setScopeId({});
    return plain;
}

QList<Net> netsOf(std::initializer_list<const char *> texts)
{
    QList<Net> nets;
    for (const char *text : texts)
        nets.append(QHostAddress::parseSubnet(QLatin1String(text)));
    return nets;
}

bool isIn(const QHostAddress &address, const QList<Net> &nets)
{
    return std::any_of(nets.begin(), nets.end(), [&](const Net &net) { return address.isInSubnet(net); });
}

/// Of the public internet (IANA's special-purpose registries). Of IPv6 only what is handed out, and of that nothing
/// that stands for another address.
bool isPublic(const QHostAddress &address)
{
    static const QList<Net> specialIpv4 =
        netsOf({"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
                "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
                "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"});
    static const QList<Net> handedOutIpv6 = netsOf({"2000::/3"});
    static const QList<Net> specialIpv6 = netsOf({"2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"});
    if (address.protocol() == QAbstractSocket::IPv4Protocol)
        return !isIn(address, specialIpv4);
    return isIn(address, handedOutIpv6) && !isIn(address, specialIpv6);
}

/// As a QUrl has it.
QString asciiHost(const QString &host)
{
    return QString::fromLatin1(QUrl::toAce(host)).toLower();
}

} // namespace

bool WebhookTargets::Entry::isFor(const QString &host) const
{
    if (name.isEmpty()) {
        const QHostAddress literal(host);
        return !literal.isNull() && holds(plainAddress(literal));
    }
    if (name.startsWith(u'.'))
        return host.size() > name.size() && host.endsWith(name);
    return host == name;
}

bool WebhookTargets::Entry::holds(const QHostAddress &address) const
{
    return name.isEmpty() && address.protocol() == net.protocol() && address.isInSubnet(net, prefix);
}

Result<WebhookTargets::Entry> WebhookTargets::parseEntry(const QString &text)
{
    Entry entry;
    QString rest = text;
    for (const QLatin1String scheme : {QLatin1String("http://"), QLatin1String("https://")})
        if (text.startsWith(scheme, Qt::CaseInsensitive)) {
            entry.withoutTls = scheme == QLatin1String("http://");
            rest = text.sliced(scheme.size());
        }
    if (rest.startsWith(u'[') && rest.endsWith(u']'))
        rest = rest.sliced(1, rest.size() - 2);
    const bool hasPrefix = rest.contains(u'/');
    if (const QHostAddress literal(rest); hasPrefix || !literal.isNull()) {
        const QHostAddress plain = plainAddress(literal);
        const int whole = plain.protocol() == QAbstractSocket::IPv4Protocol ? 32 : 128;
        const auto [net, prefix] = hasPrefix ? QHostAddress::parseSubnet(rest) : Net{plain, whole};
        entry.net = net;
        entry.prefix = prefix;
        if (!net.isNull())
            return entry;
    } else {
        const bool isSuffix = rest.startsWith(u'.') || rest.startsWith(QLatin1String("*."));
        const QString host = isSuffix ? rest.sliced(rest.indexOf(u'.') + 1) : rest;
        const QString ascii = asciiHost(host);
        const bool isHost = std::all_of(ascii.begin(), ascii.end(), [](QChar c) {
            return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'.' || c == u'_';
        });
        entry.name = isSuffix ? u'.' + ascii : ascii;
        if (!ascii.isEmpty() && isHost)
            return entry;
    }
    return fail(FailureKind::Malformed,
                QStringLiteral("\"%1\" is no host, domain or address that webhooks could go to. Examples: "
                               "crm.example.com, .example.com, 10.1.2.0/24, http://crm.example.com.")
                    .arg(text.left(100)));
}

Result<WebhookTargets> WebhookTargets::parse(const QString &list)
{
    WebhookTargets targets;
    for (const QString &part : list.split(u',')) {
        const QString text = part.trimmed();
        if (text.isEmpty())
            continue;
        const Result<Entry> entry = parseEntry(text);
        if (!entry)
            return fail(entry.error());
        targets.m_entries.append(*entry);
    }
    return targets;
}

Done WebhookTargets::check(const QUrl &url) const
{
    const QString host = url.host(QUrl::FullyEncoded).toLower();
    bool isListed = false;
    for (const Entry &entry : m_entries) {
        if (!entry.isFor(host))
            continue;
        isListed = true;
        if (entry.withoutTls || url.scheme() == QLatin1String("https"))
            return {};
    }
    if (isListed)
        return fail(FailureKind::Malformed, QStringLiteral("Webhooks to %1 must use https.").arg(host));
    return fail(FailureKind::Malformed,
                QStringLiteral("Webhooks may not go to %1. The setting HOLDFAST_WEBHOOK_HOSTS of the server names "
                               "where they may go.")
                    .arg(host));
}

bool WebhookTargets::allowsAddress(const QHostAddress &address) const
{
    const QHostAddress plain = plainAddress(address);
    return isPublic(plain) ||
           std::any_of(m_entries.begin(), m_entries.end(), [&](const Entry &entry) { return entry.holds(plain); });
}

} // namespace Holdfast
