// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Holdfast::Testing {

/// What a server answers whose retention is looked at.
inline const QByteArray threePolicies = R"([
    {"id":1,"name":"Default","retentionDays":90,"appliesTo":"ALL","campaignId":null,"agentId":null,"isDefault":true,
     "createdAt":"2026-01-01T00:00:00Z","updatedAt":"2026-01-01T00:00:00Z"},
    {"id":2,"name":"For Alice","retentionDays":120,"appliesTo":"AGENT","campaignId":null,"agentId":3,"isDefault":false,
     "createdAt":"2026-01-02T00:00:00Z","updatedAt":"2026-01-02T00:00:00Z"},
    {"id":3,"name":"Q1 Sales","retentionDays":1000,"appliesTo":"CAMPAIGN","campaignId":7,"agentId":null,
     "isDefault":false,"createdAt":"2026-01-03T00:00:00Z","updatedAt":"2026-01-03T00:00:00Z"}])";

inline const QByteArray oneChanged = R"({"totals":{"changed":3,"bytes":3145728,"sooner":2,"later":1,"expireAtOnce":1,
    "expireAtOnceBytes":1048576,"keptByHold":1,"noLongerExpired":0},"recordings":[{"recordingId":5,"leadId":6,
    "leadName":"Dora","originalName":"call.wav","fileSize":10,"uploadedAt":"2026-01-15T14:30:00Z",
    "complianceHold":false,"takenByNextSweep":true,
    "before":{"retentionUntil":"2026-04-15T14:30:00Z","retentionReason":{"policyId":1,"policyName":"Default",
              "appliesTo":"ALL","days":90,"coolingOffUntil":null}},
    "after":{"retentionUntil":"2026-02-15T14:30:00Z","retentionReason":{"policyId":1,"policyName":"Default",
             "appliesTo":"ALL","days":31,"coolingOffUntil":null}}}]})";

/// `more` are fields, as `,"left":[]`.
inline QByteArray sweepAnswer(const QByteArray &state, const QByteArray &more = {})
{
    const bool isOver = state == "finished" || state == "failed" || state == "refused";
    QByteArray answer = R"({"id":9,"state":"STATE","dryRun":false,"begunBy":null,"begunByName":"retention",
        "begunAt":"2026-11-20T02:00:00Z","endedAt":ENDED,"total":1000,"due":120,"dueBytes":1048576,"held":2,"heldSince":0,"noLongerDue":0,
        "allowed":50,"deleted":0,"deletedBytes":0,"failed":0,"problem":null,"decidedBy":null,"decidedByName":null,
        "decidedAt":null MORE})";
    return answer.replace("STATE", state)
        .replace("ENDED", isOver ? "\"2026-11-20T02:05:00Z\"" : "null")
        .replace("MORE", more);
}

inline QByteArray statusAnswer(const QByteArray &last, const QByteArray &warning = "null",
                               const QByteArray &clockDoubt = "null")
{
    QByteArray answer = R"({"lastFinished":null,"nextAt":"2026-11-21T02:00:00Z","limitPercent":5,"warning":WARNING,
        "clockDoubt":DOUBT,"last":LAST})";
    return answer.replace("WARNING", warning).replace("DOUBT", clockDoubt).replace("LAST", last);
}

} // namespace Holdfast::Testing
