// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/HeadParser.h"

#include "http/HeadGrammar.h"
#include "http/Target.h"

#include <algorithm>
#include <array>

namespace Holdfast::Http {

namespace {

using Refusal = HeadParser::Refusal;

bool sameWord(QByteArrayView one, QByteArrayView other)
{
    return one.size() == other.size() && qstrnicmp(one.data(), one.size(), other.data(), other.size()) == 0;
}

bool isTokenCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           QByteArrayView("!#$%&'*+-.^_`|~").indexOf(c) >= 0;
}

Refusal malformed(const char *what)
{
    return {400, QStringLiteral("The request is malformed: %1.").arg(QLatin1String(what))};
}

bool listHolds(const QByteArrayList &values, QByteArrayView word)
{
    for (const QByteArray &value : values) {
        const QByteArrayList items = value.split(',');
        if (std::any_of(items.begin(), items.end(),
                        [word](const QByteArray &i) { return sameWord(i.trimmed(), word); }))
            return true;
    }
    return false;
}

/// Told apart before the grammar, which has one answer for all of it.
std::optional<Refusal> checkVersion(QByteArrayView requestLine)
{
    const qsizetype blank = requestLine.lastIndexOf(' ');
    const QByteArrayView version = requestLine.sliced(blank + 1);
    const bool isVersion = version.size() == 8 && version.startsWith("HTTP/") && version[6] == '.' &&
                           version[5] >= '0' && version[5] <= '9' && version[7] >= '0' && version[7] <= '9';
    if (blank < 0 || !isVersion)
        return malformed("its first line is not METHOD TARGET HTTP/1.1");
    if (version[5] != '1' || version[7] > '1')
        return Refusal{505, QStringLiteral("This server speaks HTTP/1.1 and HTTP/1.0.")};
    return std::nullopt;
}

std::optional<Refusal> checkMethod(const QByteArray &method)
{
    static constexpr std::array known{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};
    if (std::any_of(known.begin(), known.end(), [&method](const char *name) { return method == name; }))
        return std::nullopt;
    return Refusal{501, QStringLiteral("This server does not know this method.")};
}

std::optional<Refusal> checkHost(const HeadGrammar &grammar)
{
    const QByteArrayList hosts = grammar.headers.values("Host");
    if (hosts.size() > 1 || (hosts.isEmpty() && grammar.minorVersion == 1))
        return malformed("it needs exactly one Host field");
    const auto isWrong = [](char c) {
        return static_cast<unsigned char>(c) <= ' ' || QByteArrayView("/?#@\\,").indexOf(c) >= 0;
    };
    if (!hosts.isEmpty() && std::any_of(hosts[0].begin(), hosts[0].end(), isWrong))
        return malformed("its Host field names no host");
    return std::nullopt;
}

/// How the body is delimited: the place where smuggled requests come from.
std::optional<Refusal> readFraming(const HeadGrammar &grammar, HeadParser::Head &head)
{
    const QByteArrayList lengths = grammar.headers.values("Content-Length");
    const QByteArrayList codings = grammar.headers.values("Transfer-Encoding");
    if (!lengths.isEmpty() && !codings.isEmpty())
        return malformed("it has both Content-Length and Transfer-Encoding");
    if (lengths.size() > 1)
        return malformed("it has more than one Content-Length");
    if (!codings.isEmpty()) {
        if (grammar.minorVersion == 0)
            return malformed("HTTP/1.0 has no Transfer-Encoding");
        if (codings.size() > 1 || !sameWord(codings[0], "chunked"))
            return Refusal{501, QStringLiteral("This server takes no Transfer-Encoding other than chunked.")};
        head.chunked = head.request.hasBody = true;
    }
    if (!lengths.isEmpty()) {
        const QByteArray &length = lengths[0];
        const bool isNumber = !length.isEmpty() && length.size() <= 18 &&
                              std::all_of(length.begin(), length.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (!isNumber)
            return malformed("its Content-Length is not a number");
        head.request.contentLength = length.toLongLong();
        head.request.hasBody = *head.request.contentLength > 0;
    }
    return std::nullopt;
}

std::optional<Refusal> readConnection(const HeadGrammar &grammar, HeadParser::Head &head)
{
    const QByteArrayList wishes = grammar.headers.values("Connection");
    head.minorVersion = grammar.minorVersion;
    head.keepAlive = !listHolds(wishes, "close") && (grammar.minorVersion == 1 || listHolds(wishes, "keep-alive"));
    const QByteArrayList expectations = grammar.headers.values("Expect");
    if (expectations.isEmpty() || grammar.minorVersion == 0)
        return std::nullopt;
    if (expectations.size() > 1 || !sameWord(expectations[0], "100-continue"))
        return Refusal{417, QStringLiteral("This server fulfils no expectation other than 100-continue.")};
    head.expectsContinue = head.request.hasBody;
    return std::nullopt;
}

std::variant<HeadParser::NeedsMore, HeadParser::Head, Refusal> understand(HeadGrammar grammar, qsizetype size)
{
    HeadParser::Head head;
    head.size = size;
    if (auto refusal = checkMethod(grammar.method))
        return *refusal;
    if (auto refusal = checkHost(grammar))
        return *refusal;
    if (auto refusal = readFraming(grammar, head))
        return *refusal;
    if (auto refusal = readConnection(grammar, head))
        return *refusal;
    auto target = Target::parse(grammar.target);
    if (!target || (grammar.target == "*" && grammar.method != "OPTIONS"))
        return malformed("its address cannot be read");
    head.request.method = std::move(grammar.method);
    head.request.segments = std::move(target->segments);
    head.request.query = std::move(target->query);
    head.request.headers = std::move(grammar.headers);
    return head;
}

} // namespace

HeadParser::HeadParser(const Limits &limits)
    : m_headBytes(limits.headBytes)
    , m_targetBytes(limits.targetBytes)
    , m_headFields(limits.headFields)
{
}

std::optional<Refusal> HeadParser::scan(QByteArrayView bytes)
{
    for (; m_scanned < bytes.size() && !m_found; ++m_scanned) {
        const char c = bytes[m_scanned];
        const bool afterReturn = m_scanned > 0 && bytes[m_scanned - 1] == '\r';
        const bool atLineStart = m_scanned == m_lineStart;
        if ((c == '\n') != afterReturn)
            return malformed("its lines do not end in CR LF");
        if (c == '\n') {
            const bool emptyLine = m_scanned - m_lineStart == 1;
            m_found = emptyLine && m_inFields;
            if (emptyLine && !m_inFields)
                m_skipped = m_scanned + 1;
            else
                m_inFields = true;
            m_lineStart = m_scanned + 1;
        } else if (c != '\r' && ((static_cast<unsigned char>(c) < ' ' && c != '\t') || c == 0x7f)) {
            return malformed("it has control characters");
        } else if (atLineStart && m_inFields && (c == ' ' || c == '\t')) {
            return malformed("it has folded fields");
        } else if (atLineStart && !m_inFields && c != '\r' && !isTokenCharacter(c)) {
            return malformed("its first line is not METHOD TARGET HTTP/1.1");
        }
    }
    return std::nullopt;
}

std::variant<HeadParser::NeedsMore, HeadParser::Head, HeadParser::Refusal> HeadParser::parse(QByteArrayView bytes)
{
    if (auto refusal = scan(bytes))
        return *refusal;
    if (m_scanned > m_headBytes) {
        if (!m_inFields)
            return Refusal{414, QStringLiteral("The address is too long.")};
        return Refusal{431, QStringLiteral("The header fields are too large.")};
    }
    if (!m_found)
        return NeedsMore{};

    const QByteArrayView head = bytes.sliced(m_skipped, m_scanned - m_skipped);
    if (auto refusal = checkVersion(head.first(head.indexOf('\r'))))
        return *refusal;
    auto grammar = HeadGrammar::parse(head);
    if (!grammar)
        return malformed("its first line or a header field cannot be read");
    if (grammar->target.size() > m_targetBytes)
        return Refusal{414, QStringLiteral("The address is too long.")};
    if (grammar->headers.fields().size() > m_headFields)
        return Refusal{431, QStringLiteral("There are too many header fields.")};
    return understand(std::move(*grammar), m_scanned);
}

} // namespace Holdfast::Http
