// SPDX-License-Identifier: GPL-3.0-or-later
#include "upkeep/WebhookHttp.h"

#include <QHostInfo>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QTimer>

namespace Holdfast {

namespace {

constexpr qint64 mostAnswerBytes = 64 * 1024;

bool isTaken(int status)
{
    return status >= 200 && status < 300;
}

QString problemOf(int status)
{
    if (isTaken(status))
        return {};
    if (status >= 300 && status < 400)
        return QStringLiteral("The target answered %1. Redirects are not followed: name the place itself.").arg(status);
    return QStringLiteral("The target answered %1.").arg(status);
}

QNetworkRequest requestOf(const WebhookSender::Post &post, const QHostAddress &address, const QSslConfiguration &tls)
{
    QUrl there = post.url;
    there.setHost(address.toString());
    QNetworkRequest request(there);
    const QString host = post.url.host(QUrl::FullyEncoded);
    request.setPeerVerifyName(host);
    request.setSslConfiguration(tls);
    const QString bracketed = host.contains(u':') ? u'[' + host + u']' : host;
    const QString port = post.url.port() < 0 ? QString() : u':' + QString::number(post.url.port());
    request.setRawHeader("Host", (bracketed + port).toLatin1());
    request.setRawHeader("User-Agent", "Holdfast");
    request.setRawHeader("Accept-Encoding", "identity"); // nothing that grows when it is unpacked
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
    for (const auto &[name, value] : post.fields)
        request.setRawHeader(name, value);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    for (const auto attribute :
         {QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::CookieSaveControlAttribute,
          QNetworkRequest::AuthenticationReuseAttribute})
        request.setAttribute(attribute, QNetworkRequest::Manual);
    return request;
}

} // namespace

/// One attempt, until it is answered or takes too long.
class WebhookHttp::Attempt : public QObject
{
public:
    Attempt(WebhookHttp &of, Post post, Answer answer)
        : QObject(&of.m_attempts)
        , m_of(of)
        , m_post(std::move(post))
        , m_answer(std::move(answer))
    {
    }
    ~Attempt() override { dropReply(); }

    void begin()
    {
        if (const Done allowed = m_of.m_targets.check(m_post.url); !allowed)
            return end({std::nullopt, allowed.error().message});
        QTimer::singleShot(m_of.m_options.patience, this, [this] {
            end({std::nullopt, QStringLiteral("The target did not answer in time.")});
        });
        const QString host = m_post.url.host(QUrl::FullyEncoded);
        if (const QHostAddress literal(host); !literal.isNull())
            return connectToOneOf({literal});
        m_of.m_options.lookup(host, this, [this](const QList<QHostAddress> &found) { connectToOneOf(found); });
    }

private:
    void connectToOneOf(const QList<QHostAddress> &found)
    {
        if (m_isOver)
            return;
        if (found.isEmpty())
            return end({std::nullopt, QStringLiteral("The target's name has no address.")});
        QList<QHostAddress> allowed;
        for (const QHostAddress &address : found)
            if (m_of.m_targets.allowsAddress(address))
                allowed.append(address);
        if (allowed.isEmpty())
            return end({std::nullopt, QStringLiteral("The target's address is not of the public internet. Where it "
                                                     "belongs there, name it in HOLDFAST_WEBHOOK_HOSTS.")});
        post(allowed[(m_post.attempt - 1) % allowed.size()]);
    }

    void post(const QHostAddress &address)
    {
        m_reply = m_of.m_network.post(requestOf(m_post, address, m_of.m_options.tls), m_post.body);
        m_reply->setReadBufferSize(mostAnswerBytes);
        connect(m_reply, &QNetworkReply::readyRead, this, [this] {
            m_answered += m_reply->readAll().size();
            if (m_answered > mostAnswerBytes) // it has said what matters
                tell();
        });
        connect(m_reply, &QNetworkReply::finished, this, [this] { tell(); });
    }

    void tell()
    {
        const QVariant status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute);
        if (status.isValid())
            end({status.toInt(), problemOf(status.toInt())});
        else
            end({std::nullopt, QStringLiteral("The target did not answer: %1.").arg(m_reply->errorString())});
    }

    void end(const Outcome &outcome)
    {
        if (m_isOver)
            return;
        m_isOver = true;
        dropReply();
        deleteLater();
        m_answer(outcome);
    }

    void dropReply()
    {
        if (!m_reply)
            return;
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
        m_reply = nullptr;
    }

    WebhookHttp &m_of;
    const Post m_post;
    const Answer m_answer;
    QNetworkReply *m_reply = nullptr; ///< the network's
    qint64 m_answered = 0;            ///< bytes
    bool m_isOver = false;
};

WebhookHttp::WebhookHttp(WebhookTargets targets)
    : WebhookHttp(std::move(targets), Options{})
{
}

WebhookHttp::WebhookHttp(WebhookTargets targets, Options options)
    : m_targets(std::move(targets))
    , m_options(std::move(options))
{
    m_network.setProxy(QNetworkProxy::NoProxy);
}

WebhookHttp::~WebhookHttp() = default;

void WebhookHttp::send(const Post &post, Answer answer)
{
    // Its parent owns it; it goes by itself once it has answered.
    auto attempt = std::make_unique<Attempt>(*this, post, std::move(answer));
    attempt.release()->begin();
}

void WebhookHttp::lookUpByDns(const QString &host, QObject *context, Found found)
{
    QHostInfo::lookupHost(host, context,
                          [found = std::move(found)](const QHostInfo &info) { found(info.addresses()); });
}

} // namespace Holdfast
