// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/SessionCookie.h"

namespace Holdfast::SessionCookie {

namespace {

constexpr QByteArrayView sessionName("holdfast_session");
constexpr QByteArrayView csrfName("csrftoken"); // the name that the school CRM's pages read

void add(Http::Headers &headers, QByteArrayView name, const QByteArray &value, const QByteArray &attributes)
{
    headers.add("Set-Cookie", name.toByteArray() + '=' + value + attributes);
}

} // namespace

QByteArray tokenOf(const Http::Headers &headers)
{
    for (const Http::Headers::Field &field : headers.fields()) {
        if (field.name.compare("Cookie", Qt::CaseInsensitive) != 0)
            continue;
        for (const QByteArray &pair : field.value.split(';')) {
            const qsizetype equals = pair.indexOf('=');
            if (equals >= 0 && pair.first(equals).trimmed() == sessionName)
                return pair.sliced(equals + 1).trimmed();
        }
    }
    return {};
}

QByteArray csrfOf(const Http::Headers &headers)
{
    return headers.value("X-CSRFToken");
}

void set(Http::Headers &headers, const QByteArray &token, const QByteArray &csrf, qint64 seconds, bool secure)
{
    const QByteArray common =
        "; Max-Age=" + QByteArray::number(seconds) + "; SameSite=Strict" + (secure ? "; Secure" : "");
    add(headers, sessionName, token, "; Path=/inquiries/; HttpOnly" + common);
    add(headers, csrfName, csrf, "; Path=/" + common);
}

void clear(Http::Headers &headers, bool secure)
{
    set(headers, {}, {}, 0, secure);
}

} // namespace Holdfast::SessionCookie
