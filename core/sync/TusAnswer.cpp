// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/TusAnswer.h"

#include "contract/Routes.h"

#include <QUrl>

#include <algorithm>

namespace Holdfast::TusAnswer {

namespace {

constexpr qsizetype longestId = 200;

std::optional<qint64> wholeNumber(const QByteArray &text)
{
    const bool digits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    bool fits = false;
    const qint64 number = text.toLongLong(&fits);
    return digits && fits ? std::optional(number) : std::nullopt;
}

bool isIdLetter(QChar c)
{
    const char16_t letter = c.unicode();
    return (letter >= u'0' && letter <= u'9') || (letter >= u'a' && letter <= u'z') ||
           (letter >= u'A' && letter <= u'Z') || letter == u'-' || letter == u'_';
}

/// The {id} of the route to which Location leads, on the server that was asked.
QString idIn(const QNetworkReply &reply, QLatin1String route)
{
    const QByteArray field = reply.rawHeader("Location");
    const QUrl location = QUrl::fromEncoded(field, QUrl::StrictMode);
    if (field.isEmpty() || !location.isValid())
        return {};
    const QUrl asked = reply.url();
    const QUrl to = asked.resolved(location);
    if (to.scheme() != asked.scheme() || to.authority() != asked.authority() || to.hasQuery())
        return {};
    const QString path = to.path();
    const qsizetype end = path.lastIndexOf(u'/') + 1;
    const QString id = path.sliced(end);
    const bool isOne = !id.isEmpty() && id.size() <= longestId && std::all_of(id.begin(), id.end(), isIdLetter);
    return isOne && path.first(end).endsWith(QString(route).remove(QLatin1String("{id}"))) ? id : QString();
}

QByteArrayList listIn(const QNetworkReply &reply, const char *field)
{
    QByteArrayList words = reply.rawHeader(field).split(',');
    for (QByteArray &word : words)
        word = word.trimmed();
    return words;
}

} // namespace

std::optional<qint64> offset(const QNetworkReply &reply)
{
    return wholeNumber(reply.rawHeader("Upload-Offset"));
}

std::optional<qint64> length(const QNetworkReply &reply)
{
    return wholeNumber(reply.rawHeader("Upload-Length"));
}

std::optional<QString> uploadPath(const QNetworkReply &reply)
{
    const QString id = idIn(reply, Routes::upload);
    return id.isEmpty() ? std::nullopt : std::optional(QString(Routes::upload).replace(QLatin1String("{id}"), id));
}

std::optional<RecordingId> recording(const QNetworkReply &reply)
{
    const auto id = wholeNumber(idIn(reply, Routes::recording).toLatin1());
    return id && *id > 0 ? std::optional(RecordingId{*id}) : std::nullopt;
}

bool speaksTus1(const QNetworkReply &options)
{
    return listIn(options, "Tus-Version").contains("1.0.0");
}

QByteArray checksum(const QNetworkReply &options)
{
    const QByteArrayList offered = listIn(options, "Tus-Checksum-Algorithm");
    if (listIn(options, "Tus-Extension").contains("checksum"))
        for (const char *algorithm : {"sha256", "sha1"})
            if (offered.contains(algorithm))
                return algorithm;
    return {};
}

} // namespace Holdfast::TusAnswer
