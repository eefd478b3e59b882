// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/ReplyHead.h"

#include <QDateTime>
#include <QLocale>

namespace Holdfast::Http {

namespace {

QByteArrayView reasonPhrase(int status)
{
    struct Phrase
    {
        int status;
        const char *text;
    };
    static constexpr Phrase phrases[] = {
        {100, "Continue"},
        {200, "OK"},
        {201, "Created"},
        {202, "Accepted"},
        {204, "No Content"},
        {206, "Partial Content"},
        {301, "Moved Permanently"},
        {302, "Found"},
        {303, "See Other"},
        {304, "Not Modified"},
        {307, "Temporary Redirect"},
        {308, "Permanent Redirect"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {408, "Request Timeout"},
        {409, "Conflict"},
        {410, "Gone"},
        {411, "Length Required"},
        {412, "Precondition Failed"},
        {413, "Content Too Large"},
        {414, "URI Too Long"},
        {415, "Unsupported Media Type"},
        {416, "Range Not Satisfiable"},
        {417, "Expectation Failed"},
        {422, "Unprocessable Content"},
        {423, "Locked"},
        {428, "Precondition Required"},
        {429, "Too Many Requests"},
        {431, "Request Header Fields Too Large"},
        {460, "Checksum Mismatch"},
        {500, "Internal Server Error"},
        {501, "Not Implemented"},
        {503, "Service Unavailable"},
        {505, "HTTP Version Not Supported"},
        {507, "Insufficient Storage"},
    };
    for (const Phrase &phrase : phrases) {
        if (phrase.status == status)
            return phrase.text;
    }
    return "";
}

/// Formatting a date costs more than the rest of a small answer, so each thread keeps the second's.
QByteArray dateField()
{
    thread_local qint64 lastSecond = -1;
    thread_local QByteArray text;
    const qint64 second = QDateTime::currentSecsSinceEpoch();
    if (second != lastSecond) {
        lastSecond = second;
        text = QLocale::c()
                   .toString(QDateTime::fromSecsSinceEpoch(second, Qt::UTC),
                             QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"))
                   .toLatin1();
    }
    return text;
}

void appendCleaned(QByteArray &out, const QByteArray &text)
{
    for (const char c : text)
        out.append(static_cast<unsigned char>(c) < ' ' || c == 0x7f ? ' ' : c);
}

void appendField(QByteArray &out, const QByteArray &name, const QByteArray &value)
{
    appendCleaned(out, name);
    out.append(": ");
    appendCleaned(out, value);
    out.append("\r\n");
}

bool isOurs(const QByteArray &name)
{
    for (const char *ours : {"Content-Length", "Transfer-Encoding", "Connection", "Date"}) {
        if (name.compare(ours, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

} // namespace

bool mayHaveBody(int status)
{
    return status >= 200 && status != 204 && status != 304;
}

QByteArray ReplyHead::bytes(const Reply &reply) const
{
    QByteArray out;
    out.reserve(512);
    out.append("HTTP/1.1 ");
    out.append(QByteArray::number(reply.status));
    out.append(' ');
    const QByteArrayView phrase = reasonPhrase(reply.status);
    out.append(phrase.data(), phrase.size());
    out.append("\r\n");
    appendField(out, "Date", dateField());
    if (mayHaveBody(reply.status) && reply.growing) {
        if (minorVersion > 0) // 1.0 knows no chunks: there the end of the connection is the end of the body
            appendField(out, "Transfer-Encoding", "chunked");
    } else if (mayHaveBody(reply.status))
        appendField(out, "Content-Length", QByteArray::number(reply.source ? reply.source->size() : reply.body.size()));
    if (!keepAlive)
        appendField(out, "Connection", "close");
    else if (minorVersion == 0)
        appendField(out, "Connection", "keep-alive");
    if (!reply.headers.has("Cache-Control"))
        appendField(out, "Cache-Control", "no-store");
    if (!reply.headers.has("X-Content-Type-Options"))
        appendField(out, "X-Content-Type-Options", "nosniff");
    for (const Headers::Field &field : reply.headers.fields()) {
        if (!isOurs(field.name))
            appendField(out, field.name, field.value);
    }
    out.append("\r\n");
    return out;
}

} // namespace Holdfast::Http
