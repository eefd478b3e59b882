// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/AccountJson.h"
#include "contract/Json.h"
#include "contract/MatterJson.h"
#include "contract/PolicyJson.h"
#include "support/ScriptedRoutes.h"
#include "support/Wait.h"
#include "sync/MatterCalls.h"
#include "sync/PolicyCalls.h"
#include "sync/UserCalls.h"

#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

QByteArray text(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

/// What is changed goes with the revision that whoever changes it knows.
class tst_EditCalls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_routes = std::make_unique<ScriptedRoutes>();
        m_api = std::make_unique<ApiClient>();
        m_api->setServer(m_routes->url());
        m_api->setToken("T0KEN");
    }
    void cleanup()
    {
        m_api.reset();
        m_routes.reset();
    }

    void aPolicyIsSavedOnTheRevisionThatWasRead()
    {
        RetentionPolicy policy = samplePolicy();
        m_routes->tell("PUT /api/retention-policies/5", text(toJson(policy)));
        QVERIFY(wait(PolicyCalls(*m_api).save(policy)));
        QCOMPARE(m_routes->lastField("PUT /api/retention-policies/5", "if-match"), QByteArray("\"7\""));
        m_routes->tell("POST /api/retention-policies", text(toJson(policy)));
        policy.id = {};
        QVERIFY(wait(PolicyCalls(*m_api).save(policy)));
        QCOMPARE(m_routes->lastField("POST /api/retention-policies", "if-match"), QByteArray());
    }
    void whatMovedOnIsOutdatedAndSaysWhoMovedIt()
    {
        m_routes->tell(
            "DELETE /api/retention-policies/5",
            "{\"message\":\"Ada changed this at 2026-01-15T10:00:00Z. Nothing was overwritten; look at it again.\"}",
            412);
        const Done removed = wait(PolicyCalls(*m_api).remove({5}, 7));
        QVERIFY(!removed);
        QCOMPARE(removed.error().kind, FailureKind::Outdated);
        QVERIFY2(removed.error().message.startsWith(QStringLiteral("Ada changed this at ")),
                 qPrintable(removed.error().message));
        QCOMPARE(m_routes->lastField("DELETE /api/retention-policies/5", "if-match"), QByteArray("\"7\""));
    }
    void aMatterIsChangedOnItsRevisionWhereThatIsKnown()
    {
        Matter matter;
        matter.id = {2};
        matter.name = QStringLiteral("Case");
        matter.createdAt = matter.updatedAt = m_at;
        matter.revision = 3;
        m_routes->tell("PUT /api/matters/2", text(toJson(matter)));
        const auto changed = wait(MatterCalls(*m_api).change({2}, {}, 3));
        QVERIFY(changed);
        QCOMPARE(changed->revision, 3);
        QCOMPARE(m_routes->lastField("PUT /api/matters/2", "if-match"), QByteArray("\"3\""));
        QVERIFY(wait(MatterCalls(*m_api).change({2}, {})));
        QCOMPARE(m_routes->lastField("PUT /api/matters/2", "if-match"), QByteArray());
    }
    void anAccountThatWasReadIsWrittenOnThatRevision()
    {
        const UserAccount account{{{3}, QStringLiteral("alice"), QStringLiteral("Alice"), Role::Agent}, false, m_at, 4};
        m_routes->tell("GET /api/users/3", text(toJson(account)));
        m_routes->tell("PUT /api/users/3", text(toJson(account)));
        QVERIFY(wait(UserCalls(*m_api).setDisabled({3}, true)));
        QCOMPARE(m_routes->lastField("PUT /api/users/3", "if-match"), QByteArray("\"4\""));
        QVERIFY(wait(UserCalls(*m_api).setNameAndRole({3}, QStringLiteral("A"), Role::Agent, 2)));
        QCOMPARE(m_routes->lastField("PUT /api/users/3", "if-match"), QByteArray("\"2\""));
    }
    void aLeadIsAssignedOnTheRevisionThatWasRead()
    {
        Lead lead;
        lead.id = {1};
        lead.name = QStringLiteral("Jane");
        lead.createdAt = lead.updatedAt = m_at;
        lead.revision = 9;
        m_routes->tell("GET /api/leads/1", text(toJson(lead)));
        m_routes->tell("PUT /api/leads/1", text(toJson(lead)));
        QVERIFY(wait(UserCalls(*m_api).assign({1}, {3}, UserCalls::Assignment::Assigned)));
        QCOMPARE(m_routes->lastField("PUT /api/leads/1", "if-match"), QByteArray("\"9\""));
    }
    void aServerThatTellsNoRevisionIsAskedForNone()
    {
        QJsonObject json = toJson(samplePolicy());
        json.remove(QLatin1String("revision"));
        m_routes->tell("GET /api/retention-policies", '[' + text(json) + ']');
        const auto all = wait(PolicyCalls(*m_api).all());
        QVERIFY(all);
        QCOMPARE(all->first().revision, 0);
        m_routes->tell("PUT /api/retention-policies/5", text(toJson(samplePolicy())));
        QVERIFY(wait(PolicyCalls(*m_api).save(all->first())));
        QCOMPARE(m_routes->lastField("PUT /api/retention-policies/5", "if-match"), QByteArray());
    }

private:
    RetentionPolicy samplePolicy() const
    {
        RetentionPolicy policy;
        policy.id = {5};
        policy.name = QStringLiteral("All");
        policy.retentionDays = 90;
        policy.isDefault = true;
        policy.createdAt = policy.updatedAt = m_at;
        policy.revision = 7;
        return policy;
    }

    const QDateTime m_at = QDateTime::fromString(QStringLiteral("2026-01-15T10:00:00Z"), Qt::ISODate);
    std::unique_ptr<ScriptedRoutes> m_routes;
    std::unique_ptr<ApiClient> m_api;
};

QTEST_GUILESS_MAIN(tst_EditCalls)
#include "tst_EditCalls.moc"
