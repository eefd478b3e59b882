// SPDX-License-Identifier: GPL-3.0-or-later
// Importing many leads into a server that others write to meanwhile: how long the preview and the import take, and the
// longest that somebody else's small change waits. Usage: bench_lead_import [path of holdfast-server] [leads].

#include "bench/Figures.h"
#include "support/ServerProcess.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>

#include <cstdio>
#include <stdexcept>

using namespace Holdfast::Testing;

namespace {

double secondsOf(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

class Office
{
public:
    explicit Office(QUrl server)
        : m_server(std::move(server))
    {
        const QJsonObject body{{QStringLiteral("username"), QStringLiteral("ada")},
                               {QStringLiteral("password"), QStringLiteral("holdfast-demo")}};
        m_token = QJsonDocument::fromJson(answer("POST", "/api/auth/login", QJsonDocument(body).toJson()))
                      .object()[QStringLiteral("token")]
                      .toString()
                      .toLatin1();
        m_lead = QJsonDocument::fromJson(answer("GET", "/api/leads?limit=1"))
                     .array()
                     .first()[QLatin1String("id")]
                     .toInteger();
    }

    QByteArray answer(const QByteArray &method, const QByteArray &path, const QByteArray &body = {})
    {
        QNetworkReply *reply = send(method, path, body);
        QEventLoop loop;
        QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        reply->deleteLater();
        if (reply->error() != QNetworkReply::NoError)
            throw std::runtime_error(reply->readAll().toStdString());
        return reply->readAll();
    }

    void measure(const char *what, const QByteArray &path, const QByteArray &file)
    {
        m_longest = 0;
        m_writes = 0;
        m_writing = true;
        writeOn();
        QElapsedTimer timer;
        timer.start();
        const QByteArray told = answer("POST", path, file);
        const double seconds = secondsOf(timer);
        m_writing = false;
        QEventLoop loop;
        while (m_open)
            loop.processEvents(QEventLoop::WaitForMoreEvents);
        std::printf("%-28s %6.2f s; another's change waited %.2f s at the longest (of %d)  %s\n", what, seconds,
                    m_longest, m_writes, told.left(90).constData());
    }

private:
    QNetworkReply *send(const QByteArray &method, const QByteArray &path, const QByteArray &body)
    {
        QNetworkRequest request(QUrl(m_server.toString() + QString::fromLatin1(path)));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
        if (!m_token.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + m_token);
        return m_network.sendCustomRequest(request, method, body);
    }

    /// One small change after the other, as long as it is measured.
    void writeOn()
    {
        m_open = true;
        QElapsedTimer timer;
        timer.start();
        QNetworkReply *reply =
            send("PUT", "/api/leads/" + QByteArray::number(m_lead), R"({"name":"A lead","agents":[]})");
        QObject::connect(reply, &QNetworkReply::finished, reply, [this, reply, timer] {
            reply->deleteLater();
            m_open = false;
            m_longest = std::max(m_longest, secondsOf(timer));
            ++m_writes;
            if (m_writing)
                writeOn();
        });
    }

    QUrl m_server;
    QNetworkAccessManager m_network;
    QByteArray m_token;
    qint64 m_lead = 0;
    double m_longest = 0;
    int m_writes = 0;
    bool m_writing = false;
    bool m_open = false;
};

QByteArray csvOf(int leads)
{
    QByteArray csv = "name,phone,campaign,agents\n";
    for (int i = 0; i < leads; ++i)
        csv += "Person " + QByteArray::number(i * 7919LL % 1'000'003) + ' ' + QByteArray::number(i) + ",+49 30 " +
               QByteArray::number(1'000'000 + i * 7) + ",," + (i % 2 == 0 ? "alice" : "bob") + "\n";
    return csv;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QString program = argc > 1
                                ? QString::fromLocal8Bit(argv[1])
                                : QCoreApplication::applicationDirPath() + QStringLiteral("/../bin/holdfast-server");
    const int leads = argc > 2 ? QByteArray(argv[2]).toInt() : 190'000;
    try {
        const QTemporaryDir data;
        const ServerProcess server(program, data.path());
        Office office(server.url());
        const QByteArray file = csvOf(leads);
        std::printf("%d leads, %.1f MB\n", leads, static_cast<double>(file.size()) / 1e6);
        office.measure("preview", "/api/leads/import?preview=true", file);
        office.measure("import", "/api/leads/import", file);
        office.measure("preview of what is there", "/api/leads/import?preview=true", file);
        office.measure("import of what is there", "/api/leads/import", file);
        std::printf("the server's memory          %.0f MiB at its highest\n", peakMemoryMiB(server.processId()));
    } catch (const std::exception &problem) {
        std::fprintf(stderr, "%s\n", problem.what());
        return 1;
    }
    return 0;
}
