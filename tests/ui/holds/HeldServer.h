// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/RecordingJson.h"
#include "holds/HoldWords.h"
#include "support/SampleRecording.h"
#include "support/ScriptedRoutes.h"
#include "ui/holds/HoldAnswers.h"

namespace Holdfast::Testing {

/// A far side with two matters, two holds and a lead, and a client that is signed in to it.
class HeldServer
{
public:
    HeldServer()
    {
        routes.tell("GET /api/agents", R"([{"id":3,"fullName":"Alice Penrose"}])");
        routes.tell("GET /api/campaigns", R"([{"id":7,"name":"Q1 Sales"}])");
        routes.tell("GET /api/matters", twoMatters);
        routes.tell("GET /api/holds", "[" + holdOverLead + "," + holdOverSearch + "]");
        routes.tell("GET /api/holds/12", holdOverLead);
        routes.tell("GET /api/hold-release-requests", "[]");
        routes.tell("POST /api/holds/release/preview", oneGoesFree);
        routes.tell("GET /api/leads", R"([{"id":6,"name":"Dora Day","phone":"+44 7700 900123","campaignId":null,
            "campaignName":null,"agents":[3],"recordingCount":1,"createdAt":"2026-01-01T00:00:00Z",
            "updatedAt":"2026-01-01T00:00:00Z"}])");
        routes.tell("GET /api/recordings", jsonText(QList{recordingOf(5, {6})}), 200, {"X-Total-Count: 70"});
        api.setServer(routes.url());
        api.setToken("T0KEN");
    }

    static HoldNames names()
    {
        return {[](LeadId id) { return id == LeadId{6} ? QStringLiteral("Dora Day") : QString(); },
                [](RecordingId) { return QString(); }};
    }
    static QDateTime now() { return {QDate(2026, 11, 20), QTime(12, 0), Qt::UTC}; }

    ScriptedRoutes routes;
    ApiClient api; // goes first
};

} // namespace Holdfast::Testing
