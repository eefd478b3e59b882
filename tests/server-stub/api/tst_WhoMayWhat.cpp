// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestApi.h"

#include "records/Audit.h"
#include "records/ReleaseRequests.h"
#include "records/RetentionSweeps.h"
#include "records/Users.h"
#include "sqlite/Query.h"

#include "support/OpenApi.h"
#include "support/Tone.h"

#include <QFile>
#include <QTcpSocket>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

/// One line of the table: what is asked, and what an agent is told of its own thing and of another's, a supervisor and
/// an admin; then an agent and a supervisor where there is no such thing (0: nothing can be missing).
struct Line
{
    const char *what;
    const char *method;
    const char *path; // {recording}, {held}, {lead}, … stand for things that are alice's
    const char *body;
    int own, foreign, supervisor, admin;
    int missingToAgent, missingToSupervisor;
};

// clang-format off
const Line table[] = {
    // what                     method    path                                               body                         own  other  sup  admin   none: agent sup
    {"search",                  "GET",    "/api/recordings",                                 "",                          200, 200,   200, 200,    0,   0},
    {"details",                 "GET",    "/api/recordings/{recording}",                     "",                          200, 403,   200, 200,    404, 404},
    {"details of a held one",   "GET",    "/api/recordings/{held}",                          "",                          200, 403,   200, 200,    404, 404},
    {"download",                "GET",    "/api/recordings/{recording}/download",            "",                          200, 403,   200, 200,    404, 404},
    {"download of a held one",  "GET",    "/api/recordings/{held}/download",                 "",                          200, 403,   200, 200,    404, 404},
    {"stream",                  "GET",    "/api/recordings/{recording}/stream",              "",                          200, 403,   200, 200,    404, 404},
    {"head of a download",      "HEAD",   "/api/recordings/{recording}/download",            "",                          200, 403,   200, 200,    404, 404},
    {"head of a stream",        "HEAD",   "/api/recordings/{recording}/stream",              "",                          200, 403,   200, 200,    404, 404},
    {"waveform",                "GET",    "/api/recordings/{recording}/waveform",            "",                          200, 403,   200, 200,    404, 404},
    {"ticket",                  "POST",   "/api/recordings/{recording}/ticket",              "",                          200, 403,   200, 200,    404, 404},
    {"delete",                  "DELETE", "/api/recordings/{recording}",                     "",                          403, 403,   204, 204,    404, 404},
    {"delete a held one",       "DELETE", "/api/recordings/{held}",                          "",                          403, 403,   403, 403,    404, 404},
    {"hold",                    "PUT",    "/api/recordings/{recording}/compliance-hold",     R"({"complianceHold":true})",  403, 403, 200, 200,    404, 404},
    {"release",                 "PUT",    "/api/recordings/{held}/compliance-hold",          R"({"complianceHold":false})", 403, 403, 200, 200,    404, 404},
    {"hold many",               "POST",   "/api/recordings/compliance-hold",                 R"({"complianceHold":true,"ids":[1]})", 403, 403, 200, 200, 0, 0},
    {"change notes",            "PATCH",  "/api/recordings/{recording}",                     R"({"notes":"x"})",          200, 403,   200, 200,    404, 404},
    {"change a held one",       "PATCH",  "/api/recordings/{held}",                          R"({"notes":"x"})",          200, 403,   200, 200,    404, 404},
    {"change the call's date",  "PATCH",  "/api/recordings/{recording}",                     R"({"callDate":"2026-01-15T14:30:00Z"})", 403, 403, 200, 200, 404, 404},
    {"read annotations",        "GET",    "/api/recordings/{recording}/annotations",         "",                          200, 403,   200, 200,    404, 404},
    {"annotate",                "POST",   "/api/recordings/{recording}/annotations",         R"({"startMs":1,"text":"x"})", 201, 403, 201, 201,    404, 404},
    {"withdraw an annotation",  "DELETE", "/api/recordings/{recording}/annotations",         "",                          204, 403,   204, 204,    404, 404},
    {"change an annotation",    "PUT",    "/api/recordings/{recording}/annotations/{annotation}", R"({"startMs":1,"text":"x"})", 200, 403, 200, 200, 404, 404},
    {"change a supervisor's",   "PUT",    "/api/recordings/{recording}/annotations/{sams}",  R"({"startMs":1,"text":"x"})", 403, 403, 200, 200,    404, 404},
    {"delete an annotation",    "DELETE", "/api/recordings/{recording}/annotations/{annotation}", "",                     204, 403,   204, 204,    404, 404},
    {"delete a supervisor's",   "DELETE", "/api/recordings/{recording}/annotations/{sams}",  "",                          403, 403,   204, 204,    404, 404},
    {"policies",                "GET",    "/api/retention-policies",                         "",                          403, 403,   200, 200,    0,   0},
    {"make a policy",           "POST",   "/api/retention-policies",                         R"({"name":"x","retentionDays":9,"appliesTo":"CAMPAIGN","campaignId":{campaign},"isDefault":false})", 403, 403, 200, 200, 0, 0},
    {"a policy",                "GET",    "/api/retention-policies/{policy}",                "",                          403, 403,   200, 200,    403, 404},
    {"change a policy",         "PUT",    "/api/retention-policies/{policy}",                R"({"name":"x","retentionDays":9,"appliesTo":"CAMPAIGN","campaignId":{campaign},"isDefault":false})", 403, 403, 200, 200, 403, 404},
    {"delete a policy",         "DELETE", "/api/retention-policies/{policy}",                "",                          403, 403,   204, 204,    403, 404},
    {"preview a policy",        "POST",   "/api/retention-policies/preview",                 R"({"name":"x","retentionDays":9,"appliesTo":"CAMPAIGN","campaignId":{campaign},"isDefault":false})",403, 403,   200, 200,    0,   0},
    {"preview a policy's end",  "POST",   "/api/retention-policies/preview?deletes=true&id={policy}","{}",                        403, 403,   200, 200,    403, 404},
    {"sweeps",                  "GET",    "/api/retention-sweeps",                           "",                          403, 403,   200, 200,    0,   0},
    {"a sweep",                 "GET",    "/api/retention-sweeps/{sweep}",                   "",                          403, 403,   200, 200,    403, 404},
    {"how sweeps go",           "GET",    "/api/retention-sweeps/status",                    "",                          403, 403,   200, 200,    0,   0},
    {"begin a sweep",           "POST",   "/api/retention-sweeps",                           R"({"dryRun":true{free}})",        403, 403,   202, 202,    0,   0},
    {"say yes to a sweep",      "POST",   "/api/retention-sweeps/{sweep}/approve",           "",                          403, 403,   403, 200,    403, 403},
    {"say no to a sweep",       "POST",   "/api/retention-sweeps/{sweep}/refuse",            "",                          403, 403,   403, 200,    403, 403},
    {"what ends soon",          "GET",    "/api/recordings/expiring",                        "",                          200, 200,   200, 200,    0,   0},
    {"matters",                 "GET",    "/api/matters",                                    "",                          403, 403,   200, 200,    0,   0},
    {"make a matter",           "POST",   "/api/matters",                                    R"({"name":"{new}"})",       403, 403,   201, 201,    0,   0},
    {"a matter",                "GET",    "/api/matters/{matter}",                           "",                          403, 403,   200, 200,    403, 404},
    {"change a matter",         "PUT",    "/api/matters/{matter}",                           R"({"name":"{new}"})",       403, 403,   200, 200,    403, 404},
    {"delete a matter",         "DELETE", "/api/matters/{matter}",                           "",                          403, 403,   204, 204,    403, 404},
    {"holds",                   "GET",    "/api/holds",                                      "",                          403, 403,   200, 200,    0,   0},
    {"place a hold",            "POST",   "/api/holds",                                      R"({"scope":"recording","recordingId":{recording}})", 403, 403, 201, 201, 0, 0},
    {"a hold",                  "GET",    "/api/holds/{hold}",                               "",                          403, 403,   200, 200,    403, 404},
    {"release a hold",          "POST",   "/api/holds/{hold}/release",                       "{}",                        403, 403,   200, 200,    403, 404},
    {"release many",            "POST",   "/api/holds/release",                              R"({"holdIds":[{hold}]})",   403, 403,   200, 200,    0,   0},
    {"preview a release",       "POST",   "/api/holds/release/preview",                      R"({"holdIds":[{hold}]})",   403, 403,   200, 200,    0,   0},
    {"release requests",        "GET",    "/api/hold-release-requests",                      "",                          403, 403,   200, 200,    0,   0},
    {"approve sam's request",   "POST",   "/api/hold-release-requests/{request}/approve",    "",                          403, 403,   403, 200,    403, 404},
    {"refuse sam's request",    "POST",   "/api/hold-release-requests/{request}/refuse",     "",                          403, 403,   403, 200,    403, 404},
    {"withdraw sam's request",  "POST",   "/api/hold-release-requests/{request}/withdraw",   "",                          403, 403,   200, 403,    403, 404},
    {"storage",                 "GET",    "/api/recordings/storage/stats",                   "",                          403, 403,   200, 200,    0,   0},
    {"storage in parts",        "GET",    "/api/recordings/storage/usage",                   "",                          403, 403,   200, 200,    0,   0},
    {"storage by policy",       "GET",    "/api/recordings/storage/usage?by=policy",         "",                          403, 403,   200, 200,    0,   0},
    {"webhooks",                "GET",    "/api/webhooks",                                   "",                          403, 403,   403, 200,    0,   0},
    {"make a webhook",          "POST",   "/api/webhooks",                                   R"({"url":"http://127.0.0.1:9/","events":["storage.warning"]})", 403, 403, 403, 201, 0, 0},
    {"a webhook",               "GET",    "/api/webhooks/{webhook}",                         "",                          403, 403,   403, 200,    403, 403},
    {"change a webhook",        "PUT",    "/api/webhooks/{webhook}",                         R"({"url":"http://127.0.0.1:9/","events":["storage.warning"],"secret":"0123456789abcdef"})", 403, 403, 403, 200, 403, 403},
    {"delete a webhook",        "DELETE", "/api/webhooks/{webhook}",                         "",                          403, 403,   403, 200,    403, 403},
    {"deliveries",              "GET",    "/api/webhooks/{webhook}/deliveries",              "",                          403, 403,   403, 200,    403, 403},
    {"test a webhook",          "POST",   "/api/webhooks/{webhook}/test",                    "",                          403, 403,   403, 202,    403, 403},
    {"send a delivery again",   "POST",   "/api/webhooks/{webhook}/deliveries/{delivery}/replay", "",                     403, 403,   403, 200,    403, 403},
    {"audit",                   "GET",    "/api/audit",                                      "",                          403, 403,   200, 200,    0,   0},
    {"audit's checkpoint",      "GET",    "/api/audit/checkpoint",                           "",                          403, 403,   200, 200,    0,   0},
    {"audit's key",             "GET",    "/api/audit/key",                                  "",                          403, 403,   200, 200,    0,   0},
    {"audit's keys",            "GET",    "/api/audit/keys",                                 "",                          403, 403,   200, 200,    0,   0},
    {"verify the audit",        "GET",    "/api/audit/verify",                               "",                          403, 403,   200, 200,    0,   0},
    {"verify it once more",     "POST",   "/api/audit/verify",                               "",                          403, 403,   200, 200,    0,   0},
    {"audit's proof",           "GET",    "/api/audit/proof?entry=1",                        "",                          403, 403,   200, 200,    0,   0},
    {"audit's consistency",     "GET",    "/api/audit/consistency?from=1",                   "",                          403, 403,   200, 200,    0,   0},
    {"export the audit",        "GET",    "/api/audit/export",                               "",                          403, 403,   200, 200,    0,   0},
    {"pack evidence",           "POST",   "/api/evidence-packs",                             R"({"recordingId":{recording}})", 403, 403, 200, 200, 0,   0},
    {"changes",                 "GET",    "/api/changes?cursor=0",                           "",                          200, 200,   200, 200,    0,   0},
    {"leads",                   "GET",    "/api/leads",                                      "",                          200, 200,   200, 200,    0,   0},
    {"agents",                  "GET",    "/api/agents",                                     "",                          200, 200,   200, 200,    0,   0},
    {"a lead",                  "GET",    "/api/leads/{lead}",                               "",                          200, 403,   200, 200,    404, 404},
    {"a lead's recordings",     "GET",    "/api/leads/{lead}/recordings",                    "",                          200, 403,   200, 200,    404, 404},
    {"make a lead",             "POST",   "/api/leads",                                      R"({"name":"x","agents":[]})", 403, 403, 201, 201,    0,   0},
    {"change a lead",           "PUT",    "/api/leads/{lead}",                               R"({"name":"Jane Smith","agents":[3]})", 403, 403, 200, 200, 403, 404},
    {"import leads",            "POST",   "/api/leads/import",                               "name\nZoe\n",               403, 403,   403, 200,    0,   0},
    {"preview an import",       "POST",   "/api/leads/import?preview=true",                  "name\nZoe\n",               403, 403,   403, 200,    0,   0},
    {"campaigns",               "GET",    "/api/campaigns",                                  "",                          200, 200,   200, 200,    0,   0},
    {"a campaign",              "GET",    "/api/campaigns/{campaign}",                       "",                          200, 200,   200, 200,    404, 404},
    {"make a campaign",         "POST",   "/api/campaigns",                                  R"({"name":"{new}"})",       403, 403,   201, 201,    0,   0},
    {"rename a campaign",       "PUT",    "/api/campaigns/{campaign}",                       R"({"name":"{new}"})",       403, 403,   200, 200,    403, 404},
    {"users",                   "GET",    "/api/users",                                      "",                          403, 403,   403, 200,    0,   0},
    {"make a user",             "POST",   "/api/users",                                      R"({"username":"{new}","fullName":"x","role":"agent","password":"long enough"})", 403, 403, 403, 201, 0, 0},
    {"a user",                  "GET",    "/api/users/3",                                    "",                          403, 403,   403, 200,    0,   0},
    {"change a user",           "PUT",    "/api/users/3",                                    R"({"fullName":"Alice Agent","role":"agent","disabled":false})", 403, 403, 403, 200, 0, 0},
    {"keys",                    "GET",    "/api/keys",                                       "",                          403, 403,   403, 200,    0,   0},
    {"rotate the keys",         "POST",   "/api/keys/rotate",                                "",                          403, 403,   403, 202,    0,   0},
    {"rotate the tokens' key",  "POST",   "/api/keys/tokens/rotate",                         R"({"endSessions":false})",  403, 403,   403, 200,    0,   0},
    {"rotate the log's key",    "POST",   "/api/keys/checkpoint/rotate",                     R"({"lost":false})",         403, 403,   403, 200,    0,   0},
    {"retire a key",            "POST",   "/api/keys/none/retire",                           "",                          403, 403,   403, 404,    0,   0},
    {"who one is",              "GET",    "/api/auth/me",                                    "",                          200, 200,   200, 200,    0,   0},
    {"where an upload stands",  "HEAD",   "/api/uploads/{upload}",                           "",                          200, 404,   404, 404,    404, 404},
    {"more of an upload",       "PATCH",  "/api/uploads/{upload}",                           "xyz",                       204, 404,   404, 404,    404, 404},
    {"end an upload",           "DELETE", "/api/uploads/{upload}",                           "",                          204, 404,   404, 404,    404, 404},
    {"begin an upload",         "POST",   "/api/uploads",                                    "",                          201, 403,   201, 201,    0,   0},
    {"the school's list",       "GET",    "/inquiries/api/lead/{lead}/recordings/",          "",                          200, 403,   200, 200,    404, 404},
    {"the school's deletion",   "POST",   "/inquiries/api/recording/{recording}/delete/",    "",                          403, 403,   200, 200,    404, 404},
    {"… of a held one",         "POST",   "/inquiries/api/recording/{held}/delete/",         "",                          403, 403,   403, 403,    404, 404},
};
// clang-format on

const QByteArray missing = "404404";

} // namespace

/// Who may what, whole, and that each answer is as the OpenAPI document has it, in both directions.
class tst_WhoMayWhat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void each_data();
    void each();
    void everyPathIsDocumentedAndNoOther();
    void theMethodsAreThoseThatAreDocumented();
    void wrongInputIsAnsweredAsDocumented();
    void conflictsAreAnsweredAsDocumented();
    void theEndOfAKeyIsAnsweredAsDocumented();
    void partsOfAFileAreAnsweredAsDocumented();
    void uploadsAreAnsweredAsDocumented();
    void tusIsAnsweredAsDocumented();
    void signingInAndOutIsAnsweredAsDocumented();
    void noAnswerIsDocumentedThatNeverOccurs();

private:
    struct Person
    {
        QByteArray token;
        QByteArray csrf;
    };
    Person signIn(const QByteArray &name)
    {
        const Answer answer = seen("POST", "/api/auth/login", m_api->logIn(name, everybodysPassword));
        const QByteArray cookies = answer.field("Set-Cookie");
        const qsizetype begin = cookies.indexOf("csrftoken=") + 10;
        return {answer.object().value(QLatin1String("token")).toString().toLatin1(),
                cookies.mid(begin, cookies.indexOf(';', begin) - begin)};
    }

    /// Holds an answer against the document and remembers that it occurred.
    Answer seen(const QByteArray &method, const QByteArray &path, const Answer &answer)
    {
        const QString problem = m_openApi->problemWith(QString::fromLatin1(method), QString::fromLatin1(path),
                                                       answer.status, answer.field("Content-Type"), answer.body);
        if (!problem.isEmpty())
            m_problems.append(problem);
        m_seen.insert(QString::fromLatin1(method) + u' ' + m_openApi->templateOf(QString::fromLatin1(path)) + u' ' +
                      QString::number(answer.status));
        return answer;
    }
    Answer ask(const QByteArray &method, const QByteArray &path, const Fields &fields, const QByteArray &body = {})
    {
        return seen(method, path, m_api->call(method, path, fields, body));
    }
    Answer ask(const QByteArray &method, const QByteArray &path, const Person &who, const QByteArray &body = {},
               const Fields &more = {})
    {
        return ask(method, path, TestApi::bearer(who.token) + more, body);
    }

    void upload(const Person &who, const QByteArray &lead, const QByteArray &key)
    {
        ask("POST", "/api/recordings", who, formOf({{"leadId", lead}, {"file", m_file, "call.wav"}}),
            {{"Content-Type", formType}, {"Idempotency-Key", key}});
    }
    qint64 make(const QByteArray &thing);
    qint64 askForRelease(HoldId hold);
    void endSweeps();
    SweepId makeWaitingSweep();
    void holdsInConflict();
    void sweepsInConflict();
    QByteArray filled(QByteArray text);
    Answer askLine(const Line &line, const QByteArray &path, const std::optional<Person> &who);

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestApi> m_api;
    std::unique_ptr<OpenApi> m_openApi;
    Person m_alice, m_bob, m_sam, m_ada;
    QByteArray m_file;
    QHash<QByteArray, QByteArray> m_made; // what the placeholders of the present question stand for
    QStringList m_problems;
    QSet<QString> m_seen;
    int m_names = 0;
};

void tst_WhoMayWhat::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_server->options.webhookTargets = orThrow(WebhookTargets::parse(QStringLiteral("http://127.0.0.1")));
    m_server->start();
    m_api = std::make_unique<TestApi>(*m_server);
    const Answer document = m_api->call("GET", "/api/openapi.json");
    QCOMPARE(document.status, 200);
    m_openApi = std::make_unique<OpenApi>(document.object());
    seen("GET", "/api/openapi.json", document);
    m_alice = signIn("alice");
    m_bob = signIn("bob");
    m_sam = signIn("sam");
    m_ada = signIn("ada");
    m_file = toneWav(0.2, 440, 880);
    QCOMPARE(m_problems, QStringList());
}

/// A new one of what the placeholder names: alice's, where it can be somebody's.
qint64 tst_WhoMayWhat::make(const QByteArray &thing)
{
    const QByteArray lead = QByteArray::number(m_server->aliceLead.value);
    if (thing == "recording" || thing == "held") {
        const qint64 id =
            seen("POST", "/api/recordings", m_api->upload(m_alice.token, m_server->aliceLead, m_file)).id();
        if (thing == "held")
            ask("PUT", "/api/recordings/" + QByteArray::number(id) + "/compliance-hold", m_sam,
                R"({"complianceHold":true})");
        return id;
    }
    if (thing == "annotation" || thing == "sams")
        return ask("POST", "/api/recordings/" + m_made.value("recording") + "/annotations",
                   thing == "sams" ? m_sam : m_alice, R"({"startMs":1,"text":"a"})")
            .id();
    if (thing == "lead")
        return m_server->aliceLead.value;
    if (thing == "campaign")
        return ask("POST", "/api/campaigns", m_sam, R"({"name":"campaign )" + QByteArray::number(++m_names) + "\"}")
            .id();
    if (thing == "matter")
        return ask("POST", "/api/matters", m_sam, R"({"name":"matter )" + QByteArray::number(++m_names) + "\"}").id();
    if (thing == "hold" || thing == "request") {
        const qint64 hold = ask("POST", "/api/holds", m_sam,
                                R"({"scope":"recording","recordingId":)" + QByteArray::number(make("recording")) + '}')
                                .id();
        return thing == "hold" ? hold : askForRelease({hold});
    }
    if (thing == "sweep")
        return makeWaitingSweep().value;
    if (thing == "webhook")
        return ask("POST", "/api/webhooks", m_ada, R"({"url":"http://127.0.0.1:9/","events":["recording.completed"]})")
            .id();
    if (thing == "delivery") {
        make("recording");
        const QByteArray path = "/api/webhooks/" + m_made.value("webhook") + "/deliveries";
        return ask("GET", path, m_ada).array().first()[QLatin1String("id")].toInteger();
    }
    const QByteArray campaign = QByteArray::number(make("campaign")); // of a policy of its own
    return ask("POST", "/api/retention-policies", m_sam,
               R"({"name":"x","retentionDays":9,"appliesTo":"CAMPAIGN","campaignId":)" + campaign +
                   R"(,"isDefault":false})")
        .id();
}

/// As a server does that wants a second person.
qint64 tst_WhoMayWhat::askForRelease(HoldId hold)
{
    qint64 request = 0;
    m_server->write([&](Database &database) -> Done {
        const UserId sam = (*Users(database).byName(QStringLiteral("sam")))->user.id;
        AuditEntry entry;
        entry.at = QDateTime::currentDateTimeUtc();
        entry.userId = sam;
        entry.action = QStringLiteral("hold-release-ask");
        entry.detail.insert(QLatin1String("holdId"), hold.value);
        request = ReleaseRequests(database).ask(hold, sam, entry.at, {}).value().value;
        return Audit(database).append(entry);
    });
    return request;
}

void tst_WhoMayWhat::endSweeps()
{
    m_server->write([](Database &database) -> Done {
        Query query(database, "UPDATE retention_sweeps SET state = 'failed', ended_at = begun_at"
                              " WHERE ended_at IS NULL");
        return query.run();
    });
}

/// One that found more than it may take.
SweepId tst_WhoMayWhat::makeWaitingSweep()
{
    endSweeps();
    SweepId id;
    m_server->write([&](Database &database) -> Done {
        AuditEntry sam;
        sam.at = QDateTime::currentDateTimeUtc();
        sam.username = QStringLiteral("sam");
        id = RetentionSweeps(database).begin(sam, false).value();
        const auto state = RetentionSweeps(database).counted(id, {10, 9, 900, 0}, 5, sam.at);
        return *state == SweepState::Waiting ? Done() : fail(FailureKind::Internal, QStringLiteral("it does not wait"));
    });
    return id;
}

QByteArray tst_WhoMayWhat::filled(QByteArray text)
{
    for (const char *thing : {"recording", "held", "annotation", "sams", "lead", "campaign", "policy", "matter", "hold",
                              "request", "sweep", "webhook", "delivery"}) {
        const QByteArray placeholder = '{' + QByteArray(thing) + '}';
        if (!text.contains(placeholder))
            continue;
        if (!m_made.contains(thing))
            m_made.insert(thing, QByteArray::number(make(thing)));
        text.replace(placeholder, m_made.value(thing));
    }
    if (text.contains("{upload}")) {
        const Answer begun = ask("POST", "/api/uploads", m_alice, {},
                                 {{"Tus-Resumable", "1.0.0"},
                                  {"Upload-Length", "100"},
                                  {"Upload-Metadata", "filename Y2FsbC53YXY=,leadId " + filled("{lead}").toBase64()}});
        text.replace("{upload}", begun.field("Location").split('/').last());
    }
    if (text.contains("{free}")) {
        endSweeps();
        text.replace("{free}", "");
    }
    return text.replace("{new}", "new" + QByteArray::number(++m_names));
}

Answer tst_WhoMayWhat::askLine(const Line &line, const QByteArray &path, const std::optional<Person> &who)
{
    Fields fields = who ? TestApi::bearer(who->token) : Fields{};
    if (path.startsWith("/api/uploads"))
        fields += Fields{{"Tus-Resumable", "1.0.0"},
                         {"Upload-Length", "100"},
                         {"Upload-Offset", "0"},
                         {"Content-Type", "application/offset+octet-stream"},
                         {"Upload-Metadata", "filename Y2FsbC53YXY=,leadId " + filled("{lead}").toBase64()}};
    else if (line.method == QByteArray("PATCH"))
        fields += Fields{{"If-Match", "*"}};
    else if (line.method == QByteArray("DELETE") && path.endsWith("/annotations"))
        fields += Fields{{"Idempotency-Key", "withdrawn"}};
    if (path.startsWith("/inquiries") && who)
        fields += Fields{{"X-CSRFToken", who->csrf}};
    return ask(line.method, path, fields, filled(line.body));
}

void tst_WhoMayWhat::each_data()
{
    QTest::addColumn<int>("line");
    for (size_t i = 0; i < std::size(table); ++i)
        QTest::newRow(table[i].what) << static_cast<int>(i);
}

void tst_WhoMayWhat::each()
{
    QFETCH(int, line);
    const Line &asked = table[line];
    const auto statusFor = [&](const std::optional<Person> &who) {
        m_made.clear(); // each question is asked of new things
        return askLine(asked, filled(asked.path), who).status;
    };
    m_problems.clear();
    QCOMPARE(statusFor(m_alice), asked.own);
    QCOMPARE(statusFor(m_bob), asked.foreign);
    QCOMPARE(statusFor(m_sam), asked.supervisor);
    QCOMPARE(statusFor(m_ada), asked.admin);
    QCOMPARE(statusFor(std::nullopt), 401);
    if (asked.missingToAgent != 0) {
        m_made.clear();
        QByteArray path = asked.path;
        const qsizetype begin = path.lastIndexOf('{');
        path.replace(begin, path.indexOf('}', begin) + 1 - begin, missing);
        path = filled(path);
        QCOMPARE(askLine(asked, path, m_alice).status, asked.missingToAgent);
        QCOMPARE(askLine(asked, path, m_sam).status, asked.missingToSupervisor);
    }
    QCOMPARE(m_problems, QStringList());
}

void tst_WhoMayWhat::everyPathIsDocumentedAndNoOther()
{
    QFile header(QStringLiteral(HOLDFAST_ROUTES));
    QVERIFY(header.open(QIODevice::ReadOnly));
    static const QRegularExpression route(QStringLiteral("\\(\"(/[^\"]*)\"\\)"));
    QStringList routes;
    auto found = route.globalMatch(QString::fromUtf8(header.readAll()));
    while (found.hasNext())
        routes.append(found.next().captured(1));
    QVERIFY(routes.size() > 30);
    routes.sort();
    QCOMPARE(m_openApi->paths(), routes);
}

void tst_WhoMayWhat::theMethodsAreThoseThatAreDocumented()
{
    for (const QString &path : m_openApi->paths()) {
        QSet<QString> documented{QStringLiteral("OPTIONS")};
        for (const QString &method : m_openApi->methods(path)) {
            documented.insert(method);
            if (method == QLatin1String("GET"))
                documented.insert(QStringLiteral("HEAD"));
        }
        static const QRegularExpression capture(QStringLiteral("\\{[^}]*\\}"));
        const QByteArray example = QString(path).replace(capture, QStringLiteral("1")).toLatin1();
        const QStringList allowed =
            QString::fromLatin1(m_api->call("OPTIONS", example).field("Allow")).split(QStringLiteral(", "));
        QCOMPARE(QSet<QString>(allowed.begin(), allowed.end()), documented);
    }
}

/// What the table does not bring: wrong input, and what only happens in a certain order.
void tst_WhoMayWhat::wrongInputIsAnsweredAsDocumented()
{
    m_problems.clear();
    for (const Line &line : table) {
        const QString name = m_openApi->templateOf(QString::fromLatin1(line.path));
        const QStringList statuses = m_openApi->statuses(name, QString::fromLatin1(line.method));
        const bool reads = line.method == QByteArray("GET");
        m_made.clear();
        const QByteArray path = filled(line.path);
        const Fields fields = TestApi::bearer(m_ada.token) + Fields{{"If-Match", "*"}};
        if (path.startsWith("/api/uploads"))
            continue; // below
        if (statuses.contains(QStringLiteral("400")))
            QCOMPARE(ask(line.method, reads ? path.split('?').first() + "?nonsense=1" : path, fields, "}").status, 400);
        if (statuses.contains(QStringLiteral("413")))
            QCOMPARE(ask(line.method, path, fields, QByteArray(21'000'000, ' ')).status, 413);
    }
    QCOMPARE(ask("POST", "/api/auth/login", Fields{}, "}").status, 400);
    QCOMPARE(ask("POST", "/api/auth/login", Fields{}, QByteArray(5000, ' ')).status, 413);
    QCOMPARE(ask("POST", "/api/auth/login", Fields{}, R"({"username":"x","password":"y"})").status, 401);
    QCOMPARE(ask("PUT", "/api/users/404", m_ada, R"({"fullName":"x","role":"agent","disabled":false})").status, 404);
    QCOMPARE(ask("GET", "/api/users/404", m_ada).status, 404);
    const QByteArray webhook = R"({"url":"http://127.0.0.1:9/","events":["storage.warning"]})";
    QCOMPARE(ask("GET", "/api/webhooks/404", m_ada).status, 404);
    QCOMPARE(ask("PUT", "/api/webhooks/404", m_ada, webhook).status, 404);
    QCOMPARE(ask("DELETE", "/api/webhooks/404", m_ada).status, 404);
    QCOMPARE(ask("GET", "/api/webhooks/404/deliveries", m_ada).status, 404);
    QCOMPARE(ask("POST", "/api/webhooks/1/deliveries/404/replay", m_ada).status, 404);
    QCOMPARE(ask("POST", "/api/webhooks/404/test", m_ada).status, 404);
    QCOMPARE(m_problems, QStringList());
}

void tst_WhoMayWhat::holdsInConflict()
{
    m_made.clear();
    QCOMPARE(ask("POST", "/api/matters", m_sam, R"({"name":"Compliance hold"})").status, 409);
    QCOMPARE(ask("PUT", filled("/api/matters/{matter}"), m_sam, R"({"name":"compliance HOLD"})").status, 409);
    const QByteArray hold = filled(R"({"matterId":{matter},"scope":"recording","recordingId":{recording}})");
    const Answer placed = ask("POST", "/api/holds", m_sam, hold);
    QCOMPARE(placed.status, 201);
    QCOMPARE(ask("POST", "/api/holds", m_sam, hold).status, 409);
    QCOMPARE(ask("POST", "/api/holds", m_sam, R"({"scope":"recording","recordingId":404404})").status, 404);
    QCOMPARE(ask("POST", "/api/holds", m_sam, R"({"scope":"recording","recordingIds":[404404]})").status, 200);
    QCOMPARE(ask("POST", "/api/evidence-packs", m_sam, filled(R"({"matterId":{matter}})")).status, 200);
    QCOMPARE(ask("DELETE", filled("/api/matters/{matter}"), m_sam).status, 409);
    const QByteArray lift = filled("/api/recordings/{recording}/compliance-hold");
    QCOMPARE(ask("PUT", lift, m_sam, R"({"complianceHold":false})").status, 409);
    const QByteArray id = QByteArray::number(placed.id());
    QCOMPARE(ask("POST", "/api/holds/" + id + "/release", m_sam, "{}").status, 200);
    QCOMPARE(ask("POST", "/api/holds/" + id + "/release", m_sam, "{}").status, 409);
    QCOMPARE(ask("POST", "/api/holds/release/preview", m_sam, "{\"holdIds\":[" + id + "]}").status, 409);
    QCOMPARE(ask("POST", "/api/holds/release/preview", m_sam, R"({"holdIds":[404404]})").status, 404);
    QCOMPARE(ask("POST", filled("/api/hold-release-requests/{request}/approve"), m_ada).status, 200);
    for (const char *decision : {"approve", "refuse"})
        QCOMPARE(ask("POST", filled("/api/hold-release-requests/{request}/") + decision, m_ada).status, 409);
    QCOMPARE(ask("POST", filled("/api/hold-release-requests/{request}/withdraw"), m_sam).status, 409);
}

void tst_WhoMayWhat::sweepsInConflict()
{
    m_made.clear();
    const QByteArray sweep = filled("/api/retention-sweeps/{sweep}");
    QCOMPARE(ask("POST", "/api/retention-sweeps", m_sam, "{}").status, 409);
    QCOMPARE(ask("POST", "/api/retention-sweeps", m_sam, R"({"clockIsRight":true})").status, 403);
    QCOMPARE(ask("POST", sweep + "/refuse", m_ada).status, 200);
    for (const char *decision : {"/approve", "/refuse"}) {
        QCOMPARE(ask("POST", sweep + decision, m_ada).status, 409);
        QCOMPARE(ask("POST", QByteArray("/api/retention-sweeps/404404") + decision, m_ada).status, 404);
    }
}

void tst_WhoMayWhat::conflictsAreAnsweredAsDocumented()
{
    m_problems.clear();
    m_made.clear();
    QCOMPARE(ask("POST", "/api/campaigns", m_sam, R"({"name":"Spring"})").status, 409);
    QCOMPARE(ask("PUT", filled("/api/campaigns/{campaign}"), m_sam, R"({"name":"Spring"})").status, 409);
    QCOMPARE(ask("GET", "/api/changes?cursor=9999999", m_sam).status, 410);
    QCOMPARE(ask("GET", "/api/audit/proof?entry=9999999", m_sam).status, 404);
    QCOMPARE(ask("GET", "/api/audit/consistency?from=9999999", m_sam).status, 404);
    QCOMPARE(ask("POST", "/api/evidence-packs", m_sam, R"({"recordingId":404404})").status, 404);
    QCOMPARE(ask("POST", "/api/evidence-packs", m_sam, filled(R"({"matterId":{matter}})")).status, 409);
    m_made.clear();
    const QByteArray isDefault = R"({"name":"x","retentionDays":9,"appliesTo":"ALL","isDefault":true})";
    QCOMPARE(ask("POST", "/api/retention-policies", m_sam, isDefault).status, 200);
    QCOMPARE(ask("POST", "/api/retention-policies", m_sam, isDefault).status, 409);
    QCOMPARE(ask("POST", "/api/retention-policies/preview", m_sam, isDefault).status, 409);
    QCOMPARE(ask("PUT", filled("/api/retention-policies/{policy}"), m_sam, isDefault).status, 409);
    sweepsInConflict();
    QCOMPARE(ask("POST", "/api/users", m_ada,
                 R"({"username":"alice","fullName":"x","role":"agent","password":"long enough"})")
                 .status,
             409);
    QCOMPARE(ask("PUT", "/api/users/1", m_ada, R"({"fullName":"Ada","role":"agent","disabled":false})").status, 409);
    holdsInConflict();
    const QByteArray webhook = R"({"url":"http://127.0.0.1:9/","events":["storage.warning"]})";
    const QByteArray switchedOff = R"({"url":"http://127.0.0.1:9/","events":["storage.warning"],"on":false})";
    const qint64 silenced = ask("POST", "/api/webhooks", m_ada, switchedOff).id();
    QCOMPARE(ask("POST", "/api/webhooks/" + QByteArray::number(silenced) + "/test", m_ada).status, 409);
    int status = 201;
    for (int webhooks = 0; status == 201 && webhooks <= 100; ++webhooks)
        status = ask("POST", "/api/webhooks", m_ada, webhook).status;
    QCOMPARE(status, 409);
    const Fields outdated{{"If-Match", "\"9\""}};
    QCOMPARE(ask("PUT", filled("/api/matters/{matter}"), m_sam, R"({"name":"x"})", outdated).status, 412);
    QCOMPARE(ask("DELETE", filled("/api/matters/{matter}"), m_sam, {}, outdated).status, 412);
    QCOMPARE(ask("PUT", filled("/api/retention-policies/{policy}"), m_sam, isDefault, outdated).status, 412);
    QCOMPARE(ask("DELETE", filled("/api/retention-policies/{policy}"), m_sam, {}, outdated).status, 412);
    QCOMPARE(ask("PUT", filled("/api/leads/{lead}"), m_sam, R"({"name":"x","agents":[]})", outdated).status, 412);
    QCOMPARE(ask("PUT", "/api/users/3", m_ada, R"({"fullName":"x","role":"agent","disabled":false})", outdated).status,
             412);
    const QByteArray recording = filled("/api/recordings/{recording}");
    QCOMPARE(ask("PATCH", recording, m_sam, R"({"notes":"x"})", {{"If-Match", "\"9\""}}).status, 412);
    QCOMPARE(ask("PATCH", recording, m_sam, R"({"notes":"x"})").status, 428);
    const QByteArray annotation = R"({"startMs":1,"text":"x"})";
    QCOMPARE(ask("PUT", recording + filled("/annotations/{annotation}"), m_alice, annotation, {{"If-Match", "\"9\""}})
                 .status,
             412);
    const Fields key{{"Idempotency-Key", "of-another"}};
    QCOMPARE(ask("POST", recording + "/annotations", m_alice, annotation, key).status, 201);
    m_made.clear();
    for (const char *method : {"POST", "DELETE"})
        QCOMPARE(ask(method, filled("/api/recordings/{recording}/annotations"), m_alice, annotation, key).status, 422);
    QCOMPARE(m_problems, QStringList());
}

void tst_WhoMayWhat::theEndOfAKeyIsAnsweredAsDocumented()
{
    m_problems.clear();
    const auto rotation = [&] { return ask("GET", "/api/keys", m_ada).object().value(QLatin1String("rotation")); };
    QTRY_VERIFY(!rotation()[QLatin1String("endedAt")].isNull()); // begun by the table
    const QByteArray current = rotation()[QLatin1String("toKeyId")].toString().toLatin1();
    QCOMPARE(ask("POST", "/api/keys/" + current + "/retire", m_ada).status, 409);
    QCOMPARE(ask("POST", "/api/keys/default/retire", m_ada).status, 200);
    QCOMPARE(m_problems, QStringList());
}

void tst_WhoMayWhat::partsOfAFileAreAnsweredAsDocumented()
{
    m_problems.clear();
    m_made.clear();
    for (const char *form : {"/download", "/stream"}) {
        const QByteArray path = filled("/api/recordings/{recording}") + form;
        const QByteArray tag = ask("GET", path, m_sam).field("ETag");
        QCOMPARE(ask("GET", path, m_sam, {}, {{"Range", "bytes=0-9"}}).status, 206);
        QCOMPARE(ask("GET", path, m_sam, {}, {{"Range", "bytes=99999999-"}}).status, 416);
        for (const char *method : {"GET", "HEAD"}) {
            QCOMPARE(ask(method, path, m_sam, {}, {{"If-None-Match", tag}}).status, 304);
            QCOMPARE(ask(method, path, m_sam, {}, {{"If-Match", "\"another\""}}).status, 412);
        }
    }
    QCOMPARE(m_problems, QStringList());
}

void tst_WhoMayWhat::uploadsAreAnsweredAsDocumented()
{
    m_problems.clear();
    m_made.clear();
    const QByteArray lead = filled("{lead}");
    const auto upload = [&](const Person &who, const QList<Part> &parts, const Fields &more = {}) {
        return ask("POST", "/api/recordings", who, formOf(parts), Fields{{"Content-Type", formType}} + more).status;
    };
    const Part file{"file", m_file, "call.wav"};
    QCOMPARE(upload(m_alice, {file}), 400);
    QCOMPARE(ask("POST", "/api/recordings", Fields{{"Content-Type", formType}}, formOf({file})).status, 401);
    QCOMPARE(upload(m_bob, {{"leadId", lead}, file}), 403);
    QCOMPARE(upload(m_alice, {{"leadId", "404"}, file}), 404);
    QCOMPARE(upload(m_alice, {{"leadId", lead}, {"file", QByteArray(52'428'801, 'x'), "call.wav"}}), 413);
    QCOMPARE(upload(m_alice, {{"leadId", lead}, {"file", "no sound", "call.wav"}}), 415);
    const Fields key{{"Idempotency-Key", "k"}};
    QCOMPARE(upload(m_alice, {{"leadId", lead}, file}, key), 201);
    QCOMPARE(upload(m_alice, {{"leadId", lead}, {"notes", "other"}, file}, key), 422);
    QCOMPARE(m_problems, QStringList());
}

void tst_WhoMayWhat::tusIsAnsweredAsDocumented()
{
    m_problems.clear();
    m_made.clear();
    ask("OPTIONS", "/api/uploads", Fields{});
    const Fields version{{"Tus-Resumable", "1.0.0"}};
    const auto begin = [&](const QByteArray &length, const QByteArray &name, const QByteArray &lead,
                           const Fields &more = {}) {
        const QByteArray metadata = "filename " + name.toBase64() + ",leadId " + lead.toBase64();
        return ask("POST", "/api/uploads", m_alice, {},
                   version + Fields{{"Upload-Length", length}, {"Upload-Metadata", metadata}} + more);
    };
    const QByteArray lead = filled("{lead}");
    QCOMPARE(begin("0", "call.wav", lead).status, 400);
    QCOMPARE(begin("10", "call.wav", "404").status, 404);
    QCOMPARE(begin("52428801", "call.wav", lead).status, 413);
    QCOMPARE(begin("10", "call.exe", lead).status, 415);
    QCOMPARE(begin("10", "call.wav", lead, {{"Idempotency-Key", "twice"}}).status, 201);
    QCOMPARE(begin("11", "call.wav", lead, {{"Idempotency-Key", "twice"}}).status, 422);
    QCOMPARE(ask("POST", "/api/uploads", m_alice).status, 412);

    for (const QByteArray method : {"PATCH", "POST"}) {
        const Fields override{{"X-HTTP-Method-Override", "PATCH"}};
        const QByteArray path = begin(QByteArray::number(m_file.size()), "call.wav", lead).field("Location");
        const auto patch = [&](const QByteArray &offset, const QByteArray &bytes, const Fields &more = {},
                               const QByteArray &type = "application/offset+octet-stream") {
            return ask(method, path, m_alice, bytes,
                       version + override + Fields{{"Upload-Offset", offset}, {"Content-Type", type}} + more)
                .status;
        };
        QCOMPARE(ask(method, path, override + version).status, 401);
        QCOMPARE(ask(method, path, m_alice, {}, override).status, 412);
        QCOMPARE(ask(method, "/api/uploads/none", m_alice, "x",
                     version + override +
                         Fields{{"Upload-Offset", "0"}, {"Content-Type", "application/offset+octet-stream"}})
                     .status,
                 404);
        QCOMPARE(patch("x", "x"), 400);
        QCOMPARE(patch("5", "x"), 409);
        QCOMPARE(patch("0", m_file + 'x'), 413);
        QCOMPARE(patch("0", "x", {}, "text/plain"), 415);
        QCOMPARE(patch("0", "x", {{"Upload-Checksum", "sha1 " + QByteArray(20, 'x').toBase64()}}), 460);
        QTcpSocket other; // sends a little and keeps the rest, and the upload, to itself
        other.connectToHost(m_server->url().host(), static_cast<quint16>(m_server->url().port()));
        other.write("PATCH " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + m_alice.token +
                    "\r\nTus-Resumable: 1.0.0\r\nContent-Type: application/offset+octet-stream\r\n"
                    "Upload-Offset: 0\r\nContent-Length: 10\r\n\r\n");
        QTRY_COMPARE(patch("5", "x"), 423);
        if (method == "PATCH")
            QCOMPARE(ask("DELETE", path, m_alice, {}, version).status, 423);
        other.abort();
        QTRY_COMPARE(patch("5", "x"), 409);
        QCOMPARE(patch("0", m_file), 204);
        if (method == "POST")
            QCOMPARE(ask("POST", path, m_alice, {}, version).status, 405);

        // One whose lead goes to somebody else meanwhile, and one whose key was used for another upload.
        const QByteArray lost = begin("1", "call.wav", lead).field("Location");
        const QByteArray taken =
            begin("1", "call.wav", lead, {{"Idempotency-Key", "taken" + method}}).field("Location");
        upload(m_alice, lead, "taken" + method);
        const auto last = [&](const QByteArray &at) {
            return ask(method, at, m_alice, "x",
                       version + override +
                           Fields{{"Upload-Offset", "0"}, {"Content-Type", "application/offset+octet-stream"}})
                .status;
        };
        QCOMPARE(last(taken), 422);
        ask("PUT", "/api/leads/" + lead, m_sam, R"({"name":"Jane Smith","agents":[4]})");
        QCOMPARE(last(lost), 403);
        ask("PUT", "/api/leads/" + lead, m_sam, R"({"name":"Jane Smith","agents":[3]})");
    }
    for (const char *method : {"HEAD", "DELETE"})
        QCOMPARE(ask(method, filled("/api/uploads/{upload}"), m_alice).status, 412);
    QCOMPARE(m_problems, QStringList());
}

void tst_WhoMayWhat::signingInAndOutIsAnsweredAsDocumented()
{
    m_problems.clear();
    const auto change = [&](const Person &who, const QByteArray &current) {
        return ask("POST", "/api/auth/password", who,
                   R"({"currentPassword":")" + current + R"(","newPassword":")" + everybodysPassword + "\"}")
            .status;
    };
    const Person bob = signIn("bob");
    QCOMPARE(ask("POST", "/api/auth/password", bob, "}").status, 400);
    QCOMPARE(ask("POST", "/api/auth/password", bob, QByteArray(5000, ' ')).status, 413);
    QCOMPARE(change(bob, "not that"), 403);
    QCOMPARE(change(bob, everybodysPassword), 200);
    for (const char *path : {"/api/auth/password", "/api/auth/refresh", "/api/auth/logout"})
        QCOMPARE(ask("POST", path, bob).status, 401);
    QCOMPARE(ask("POST", "/api/auth/refresh", m_ada).status, 200);
    QCOMPARE(ask("POST", "/api/auth/logout", m_sam).status, 204);
    for (const char *path : {"/healthz", "/readyz", "/metrics"})
        QCOMPARE(ask("GET", path, Fields{}).status, 200);
    QCOMPARE(m_problems, QStringList());
}

/// Those that want an exhausted or a broken server, or two at the very same moment, have tests of their own:
/// tst_RateLimits, tst_SignInThrottle, tst_StorageQuota, tst_RecordingUpload, tst_KeyRotation,
/// tst_CheckpointKeyRotation, tst_Waveform, tst_HoldPlacing, tst_ServerProgram.
void tst_WhoMayWhat::noAnswerIsDocumentedThatNeverOccurs()
{
    const QStringList elsewhere{QStringLiteral("429"),
                                QStringLiteral("503"),
                                QStringLiteral("507"),
                                QStringLiteral("POST /api/recordings 409"),
                                QStringLiteral("PUT /api/recordings/{id}/compliance-hold 202"),
                                QStringLiteral("POST /api/holds/{id}/release 202"),
                                QStringLiteral("POST /api/keys/rotate 409"),
                                QStringLiteral("POST /api/keys/checkpoint/rotate 409"),
                                QStringLiteral("GET /api/audit/checkpoint 409"),
                                QStringLiteral("GET /api/audit/key 409"),
                                QStringLiteral("GET /api/audit/keys 409"),
                                QStringLiteral("GET /api/recordings/{id}/waveform 415")};
    QStringList unseen;
    for (const QString &path : m_openApi->paths())
        for (const QString &method : m_openApi->methods(path))
            for (const QString &status : m_openApi->statuses(path, method))
                if (const QString answer = method + u' ' + path + u' ' + status;
                    !m_seen.contains(answer) && !elsewhere.contains(status) && !elsewhere.contains(answer))
                    unseen.append(answer);
    QCOMPARE(unseen.join(u'\n'), QString());
}

QTEST_GUILESS_MAIN(tst_WhoMayWhat)
#include "tst_WhoMayWhat.moc"
