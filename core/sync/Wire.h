// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"
#include "domain/Result.h"

#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QObject>
#include <QUrl>
#include <QUrlQuery>

#include <chrono>
#include <memory>

namespace Holdfast {

/// What all calls to the server share: its address, the token, time limits, and what an answer or the lack of one
/// means. No cookies are kept, no redirect is followed, no certificate error is passed over. UI thread; sync/ only.
class Wire : public QObject
{
    Q_OBJECT
public:
    explicit Wire(QObject *parent = nullptr);

    void setServer(const QUrl &server);
    QUrl server() const { return m_server; }
    void setToken(const QByteArray &token);
    QByteArray token() const { return m_token; }
    bool isReachable() const { return m_reachable; }
    /// That route is asked for another token, and the one from before may end at any moment: a call that finds it ended
    /// is to be tried again, and nobody needs to sign in for it. Empty: nothing asks any more.
    void setTokenReplaced(const QString &by) { m_tokenReplacedBy = by; }

    QNetworkRequest request(QLatin1String route, std::chrono::milliseconds timeLimit) const;
    QNetworkRequest request(const QString &path, const QUrlQuery &query, std::chrono::milliseconds timeLimit) const;

    QNetworkReply *get(const QNetworkRequest &request) { return m_manager.get(request); }
    QNetworkReply *head(const QNetworkRequest &request) { return m_manager.head(request); }
    QNetworkReply *send(const QByteArray &method, const QNetworkRequest &request, const QByteArray &body = {})
    {
        return m_manager.sendCustomRequest(request, method, body);
    }
    QNetworkReply *post(const QNetworkRequest &request, const QByteArray &body)
    {
        return m_manager.post(request, body);
    }

    /// What a finished answer means; none where it is a success. Takes note whether the server could be reached and
    /// whether the token still counts. body: what came, as far as it was read.
    enum class Silence {
        MeansUnreachable,
        MeansNothing, ///< of a call that had waited long: another must tell
    };
    std::optional<Failure> failureOf(const QNetworkReply &reply, const QByteArray &body,
                                     Silence silence = Silence::MeansUnreachable);

    static int status(const QNetworkReply &reply); ///< 0 where no answer came
    static Failure notSignedIn();
    static Failure notDone(); ///< the same of a deed that does not wait for the next sign-in
    static Failure unreachable(const QString &detail);
    static Failure notUnderstood(const QString &detail);

Q_SIGNALS:
    void tokenChanged();
    void signInNeeded();
    void reachableChanged(bool reachable);

private:
    void setReachable(bool reachable);
    bool isTokenReplaced(const QNetworkReply &reply) const;
    static Failure withoutAnswer(const QNetworkReply &reply);

    QNetworkAccessManager m_manager;
    QUrl m_server;
    QByteArray m_token;
    QString m_tokenReplacedBy;
    bool m_reachable = true;
};

/// Ends a reply, of which that listener hears nothing more; it may be the sender of the signal that is being handled.
void letGo(std::unique_ptr<QNetworkReply> &reply, const QObject &listener);

QString pathFor(QLatin1String route, qint64 id); ///< a route with its {id} filled in

} // namespace Holdfast
