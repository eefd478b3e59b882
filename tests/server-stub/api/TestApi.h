// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/TestServer.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

namespace Holdfast::Testing {

struct Answer
{
    int status = 0;
    QByteArray body;
    QList<QNetworkReply::RawHeaderPair> fields;

    QJsonObject object() const { return QJsonDocument::fromJson(body).object(); }
    QJsonArray array() const { return QJsonDocument::fromJson(body).array(); }
    QString message() const { return object().value(QLatin1String("message")).toString(); }
    qint64 id() const { return object().value(QLatin1String("id")).toInteger(); }
    QByteArray field(const QByteArray &name) const
    {
        for (const auto &[key, value] : fields)
            if (key.compare(name, Qt::CaseInsensitive) == 0)
                return value;
        return {};
    }
};

using Fields = QList<std::pair<QByteArray, QByteArray>>;

/// One part of a form; a file where it has a file name.
struct Part
{
    QByteArray name;
    QByteArray value;
    QByteArray fileName = {};
};

inline const QByteArray boundary("holdfast-test-boundary");

inline QByteArray formOf(const QList<Part> &parts)
{
    QByteArray form;
    for (const Part &part : parts) {
        form += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + part.name + '"';
        if (!part.fileName.isEmpty())
            form += "; filename=\"" + part.fileName + "\"\r\nContent-Type: application/octet-stream";
        form += "\r\n\r\n" + part.value + "\r\n";
    }
    return form + "--" + boundary + "--\r\n";
}

inline const QByteArray formType("multipart/form-data; boundary=" + boundary);

/// Calls a TestServer as a client does. In the server's thread: it turns the event loop while it waits.
class TestApi
{
public:
    explicit TestApi(TestServer &server)
        : m_server(server)
    {
    }

    Answer call(const QByteArray &method, const QByteArray &path, Fields fields = {}, const QByteArray &body = {})
    {
        QNetworkRequest request(QUrl::fromEncoded(m_server.url().toEncoded() + path));
        request.setTransferTimeout(30'000);
        // A cookie goes along only where a test sends it.
        request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
        request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
        for (const auto &[name, value] : fields)
            request.setRawHeader(name, value);
        // Qt waits for the body of a HEAD that it does not know for one.
        const std::unique_ptr<QNetworkReply> reply(
            method == "HEAD" ? m_network.head(request) : m_network.sendCustomRequest(request, method, body));
        QEventLoop loop;
        QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll(),
                reply->rawHeaderPairs()};
    }

    Answer get(const QByteArray &path, const QByteArray &token, Fields fields = {})
    {
        return call("GET", path, fields + bearer(token));
    }

    Answer logIn(const QByteArray &username, const QByteArray &password)
    {
        const QJsonObject body{{QLatin1String("username"), QString::fromUtf8(username)},
                               {QLatin1String("password"), QString::fromUtf8(password)}};
        return call("POST", "/api/auth/login", {{"Content-Type", "application/json"}}, QJsonDocument(body).toJson());
    }

    QByteArray tokenOf(const QByteArray &username)
    {
        const Answer answer = logIn(username, everybodysPassword);
        if (answer.status != 200)
            throw std::runtime_error("signing in failed: " + answer.body.toStdString());
        return answer.object().value(QLatin1String("token")).toString().toLatin1();
    }

    Answer upload(const QByteArray &token, const QList<Part> &parts, Fields fields = {})
    {
        fields.append({"Content-Type", formType});
        return call("POST", "/api/recordings", fields + bearer(token), formOf(parts));
    }
    Answer upload(const QByteArray &token, LeadId lead, const QByteArray &file, const QByteArray &fileName = "call.wav")
    {
        return upload(token, {{"leadId", QByteArray::number(lead.value)}, {"file", file, fileName}});
    }

    static Fields bearer(const QByteArray &token) { return {{"Authorization", "Bearer " + token}}; }

private:
    TestServer &m_server;
    QNetworkAccessManager m_network;
};

} // namespace Holdfast::Testing
