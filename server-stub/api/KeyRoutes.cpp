// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/KeyRoutes.h"

#include "access/Gate.h"
#include "api/CheckpointKeyRotation.h"
#include "api/DeedGuard.h"
#include "api/FailureReply.h"
#include "api/JsonBody.h"
#include "api/KeyChanges.h"
#include "api/KeyReport.h"
#include "audit/KeyChange.h"
#include "contract/KeyJson.h"
#include "contract/Routes.h"
#include "domain/Limits.h"

#include <QJsonArray>

namespace Holdfast {

namespace {

constexpr qint64 longestBody = 1024;

KeyOverview overviewOf(const KeyReport &report)
{
    KeyOverview overview;
    for (const WrappingKey &key : report.keys) {
        QMap<QString, qint64> wraps;
        for (auto kind = report.wraps.cbegin(); kind != report.wraps.cend(); ++kind)
            wraps.insert(kind.key(), kind->value(key.id));
        overview.keys.append(
            {key.id, key.madeAt, key.isCurrent, report.available.contains(key.id), key.retiredAt, wraps});
    }
    if (const auto &rotation = report.rotation)
        overview.rotation = {rotation->toKeyId,  rotation->begunAt,   rotation->endedAt,
                             rotation->username, rotation->rewrapped, report.left};
    for (const TokenKeyRow &key : report.tokenKeys) {
        const auto until =
            key.replacedAt ? std::optional(key.replacedAt->addSecs(qint64{tokenHours} * 3600)) : std::nullopt;
        overview.tokenKeys.append({QString::fromLatin1(key.id), key.madeAt, !key.replacedAt, until});
    }
    for (const CheckpointKeyFacts &key : report.checkpointKeys)
        overview.checkpointKeys.append(
            {key.signer, !key.replacedAt, key.isAvailable, key.fromEntry, key.since, key.replacedAt, key.wasLost});
    return overview;
}

Http::Reply replyOf(int status, const Result<KeyReport> &report)
{
    return report ? Http::Reply::json(status, QJsonDocument(toJson(overviewOf(*report))))
                  : failureReply(report.error());
}

Http::Reply replyOf(const Result<QString> &sentence)
{
    return sentence ? Http::Reply::message(200, *sentence) : failureReply(sentence.error());
}

/// A body of this field alone, which must be there: nobody ends sessions or gives a key up for lost by leaving it out.
std::unique_ptr<Http::BodySink> collectTruth(const Http::Request &request, const Http::Responder &responder,
                                             QLatin1String field,
                                             std::function<void(bool, const Http::Responder &)> work)
{
    return collectJson(request, responder, longestBody,
                       [field, work = std::move(work)](const QJsonObject &body, const Http::Responder &answer) {
                           const QJsonValue value = body.value(field);
                           if (!value.isBool() || body.size() != 1)
                               return answer.reply(refusal(FailureKind::Malformed,
                                                           QStringLiteral("%1 must be true or false, and is all that "
                                                                          "can be asked")
                                                               .arg(field)));
                           work(value.toBool(), answer);
                       });
}

} // namespace

KeyRoutes::KeyRoutes(DataFolder &data, AccessLog &log, TokenMint &mint, Clock clock)
    : m_data(data)
    , m_log(log)
    , m_mint(mint)
    , m_rotation(data, std::move(clock))
{
    m_pool.setMaxThreadCount(1); // one after the other
}

void KeyRoutes::addTo(Http::Router &router, const Http::Gate &gate)
{
    const auto add = [&](const char *method, QLatin1String route, const QString &action, Http::Handler handler) {
        router.add(method, route, gate,
                   onlyFor(Deed::ManageKeys, m_log, action, QStringLiteral("manage keys"), std::move(handler)));
    };
    const auto inPool = [this](void (KeyRoutes::*work)(const Http::Request &, const Http::Responder &)) {
        return [this, work](const Http::Request &request,
                            const Http::Responder &responder) -> std::unique_ptr<Http::BodySink> {
            m_pool.start([this, work, request, responder] { (this->*work)(request, responder); });
            return nullptr;
        };
    };
    add("GET", Routes::keys, QStringLiteral("keys"), inPool(&KeyRoutes::list));
    add("POST", Routes::keysRotate, QStringLiteral("key-rotation-begin"), inPool(&KeyRoutes::rotate));
    add("POST", Routes::keyRetire, QStringLiteral("key-retire"), inPool(&KeyRoutes::retire));
    add("POST", Routes::tokenKeyRotate, QStringLiteral("token-key-rotate"),
        [this](const Http::Request &request, const Http::Responder &responder) {
            return rotateTokens(request, responder);
        });
    add("POST", Routes::checkpointKeyRotate, QLatin1String(keyRotateAction),
        [this](const Http::Request &request, const Http::Responder &responder) {
            return rotateCheckpoints(request, responder);
        });
}

void KeyRoutes::look()
{
    m_rotation.look();
}

void KeyRoutes::stop()
{
    m_rotation.stop();
    m_pool.waitForDone();
}

void KeyRoutes::list(const Http::Request &, const Http::Responder &responder)
{
    responder.reply(replyOf(200, reportKeys(m_data)));
}

void KeyRoutes::rotate(const Http::Request &request, const Http::Responder &responder)
{
    const AuditEntry who = m_log.entry(Gate::callerOf(request), QStringLiteral("key-rotation-begin"));
    if (const Result<QString> begun = m_rotation.begin(who); !begun)
        return responder.reply(failureReply(begun.error()));
    responder.reply(replyOf(202, reportKeys(m_data)));
    m_rotation.look();
}

void KeyRoutes::retire(const Http::Request &request, const Http::Responder &responder)
{
    responder.reply(replyOf(retireKey(m_data, request.captures.value(QStringLiteral("id")),
                                      m_log.entry(Gate::callerOf(request), QStringLiteral("key-retire")))));
}

std::unique_ptr<Http::BodySink> KeyRoutes::rotateTokens(const Http::Request &request, const Http::Responder &responder)
{
    const AuditEntry who = m_log.entry(Gate::callerOf(request), QStringLiteral("token-key-rotate"));
    return collectTruth(request, responder, QLatin1String("endSessions"), [this, who](bool ends, const auto &answer) {
        m_pool.start([this, who, ends, answer] {
            const OldTokens old = ends ? OldTokens::EndAtOnce : OldTokens::UntilTheyEnd;
            answer.reply(replyOf(rotateTokenKey(m_data, old, who, &m_mint)));
        });
    });
}

std::unique_ptr<Http::BodySink> KeyRoutes::rotateCheckpoints(const Http::Request &request,
                                                             const Http::Responder &responder)
{
    const AuditEntry who = m_log.entry(Gate::callerOf(request), QLatin1String(keyRotateAction));
    return collectTruth(request, responder, QLatin1String("lost"), [this, who](bool isLost, const auto &answer) {
        m_pool.start([this, who, isLost, answer] {
            const OldCheckpointKey old = isLost ? OldCheckpointKey::IsLost : OldCheckpointKey::SignsOver;
            answer.reply(replyOf(rotateCheckpointKey(m_data, old, who)));
        });
    });
}

} // namespace Holdfast
