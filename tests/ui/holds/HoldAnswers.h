// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Holdfast::Testing {

/// What a server answers whose holds are looked at.
inline const QByteArray twoMatters = R"([
    {"id":1,"name":"Compliance hold","reference":"","reason":"","ownerId":null,"ownerName":null,"reviewDate":null,
     "closed":false,"closedAt":null,"standingHolds":1,"createdAt":"2026-01-01T00:00:00Z",
     "updatedAt":"2026-01-01T00:00:00Z"},
    {"id":4,"name":"Smith v. Jones","reference":"AZ 12/26","reason":"court order","ownerId":2,"ownerName":"Sam",
     "reviewDate":"2026-03-01","closed":false,"closedAt":null,"standingHolds":0,"createdAt":"2026-01-01T00:00:00Z",
     "updatedAt":"2026-01-01T00:00:00Z"}])";

inline const QByteArray holdOverLead = R"({"id":12,"matterId":1,"matterName":"Compliance hold","scope":"lead",
    "recordingId":null,"leadId":6,"search":null,"includesLater":true,"reason":"complaint","state":"active",
    "recordingCount":3,"placedBy":2,"placedByName":"Sam","placedAt":"2026-11-01T10:00:00Z","releasedBy":null,
    "releasedByName":null,"releasedAt":null,"releaseReason":null})";

inline const QByteArray holdOverSearch = R"({"id":11,"matterId":1,"matterName":"Compliance hold","scope":"search",
    "recordingId":null,"leadId":null,"search":{"q":"refund","agentId":"3"},"includesLater":false,"reason":"audit",
    "state":"placing","recordingCount":70,"placedBy":2,"placedByName":"Sam","placedAt":"2026-10-01T10:00:00Z",
    "releasedBy":null,"releasedByName":null,"releasedAt":null,"releaseReason":null})";

inline const QByteArray holdOverRecording = R"({"id":13,"matterId":1,"matterName":"Compliance hold",
    "scope":"recording","recordingId":5,"leadId":null,"search":null,"includesLater":false,"reason":"audit",
    "state":"active","recordingCount":1,"placedBy":2,"placedByName":"Sam","placedAt":"2026-10-01T10:00:00Z",
    "releasedBy":null,"releasedByName":null,"releasedAt":null,"releaseReason":null})";

inline QByteArray requestBy(const QByteArray &userId)
{
    QByteArray answer = R"({"id":3,"holdId":12,"reason":"settled","askedBy":WHO,"askedByName":"Sam",
        "askedAt":"2026-11-10T10:00:00Z","state":"open","decidedBy":null,"decidedByName":null,"decidedAt":null})";
    return answer.replace("WHO", userId);
}

inline const QByteArray oneGoesFree = R"({"at":"2026-11-20T00:00:00Z","totals":{"goFree":1,"bytes":1048576,"stayHeld":2,
    "takenByNextSweep":0,"bytesTakenByNextSweep":0},"recordings":[{"recordingId":5,"leadId":6,"leadName":"Dora",
    "originalName":"call.wav","fileSize":10,"uploadedAt":"2026-01-15T14:30:00Z",
    "retentionUntil":"2026-11-27T12:00:00Z","retentionReason":{"policyId":4,"policyName":"Short",
    "appliesTo":"AGENT","days":90,"coolingOffUntil":"2026-11-27T12:00:00Z"},"takenByNextSweep":false}],"next":null})";

} // namespace Holdfast::Testing
