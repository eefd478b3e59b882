// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Holdfast::Testing {

/// What a server answers that has two webhooks, of which one is off, and two keys, of which one is old.
inline const QByteArray twoWebhooks = R"([
    {"id":4,"url":"https://crm.example/hook","events":["recording.completed","hold.changed"],"on":true,
     "createdAt":"2026-11-01T10:00:00Z","updatedAt":"2026-11-01T10:00:00Z"},
    {"id":5,"url":"https://other.example/","events":["recording.completed","recording.deleted","retention.expired",
     "hold.changed","storage.warning"],"on":false,"createdAt":"2026-11-02T10:00:00Z",
     "updatedAt":"2026-11-02T10:00:00Z"}])";

inline const QByteArray newWebhook = R"({"id":6,"url":"https://new.example/","events":["recording.deleted"],"on":true,
    "createdAt":"2026-11-03T10:00:00Z","updatedAt":"2026-11-03T10:00:00Z","secret":"DRAWN-SECRET-1234"})";

inline const QByteArray parkedDelivery = R"({"id":12,"webhookId":4,"eventId":"e12","event":"hold.changed",
    "timestamp":"2026-11-10T10:00:00Z","data":{},"state":"parked","attempts":80,"nextAttemptAt":null,
    "lastAttemptAt":"2026-11-13T10:00:00Z","lastStatus":503,"lastProblem":"It answered 503."})";

inline const QByteArray twoDeliveries = "[" + parkedDelivery + R"(,
    {"id":11,"webhookId":4,"eventId":"e11","event":"recording.completed","timestamp":"2026-11-09T10:00:00Z","data":{},
     "state":"delivered","attempts":1,"nextAttemptAt":null,"lastAttemptAt":"2026-11-09T10:00:01Z","lastStatus":204,
     "lastProblem":null}])";

/// Beside the keys that sign tokens: those of the audit log, of which the present one is not there.
inline const QByteArray checkpointKeys = R"("checkpointKeys":[{"signer":"holdfast+1+A","current":true,
    "available":false,"fromEntry":1,"since":null,"replacedAt":null,"lost":false}],"tokenKeys")";

/// `left`: what still is under the old key.
inline QByteArray keysAnswer(int left, bool isUnderWay)
{
    QByteArray answer = R"({"keys":[
        {"id":"kek-1","madeAt":"2026-01-01T10:00:00Z","current":false,"available":true,"retiredAt":null,
         "wraps":{"recordings":LEFT,"uploads":0,"webhooks":0}},
        {"id":"kek-2","madeAt":"2026-11-01T10:00:00Z","current":true,"available":true,"retiredAt":null,
         "wraps":{"recordings":70,"uploads":0,"webhooks":2}}],
        "rotation":{"toKeyId":"kek-2","begunAt":"2026-11-01T10:00:00Z","endedAt":ENDED,"startedBy":"ada",
                    "rewrapped":70,"left":LEFT},
        "tokenKeys":[{"id":"t1","madeAt":"2026-01-01T10:00:00Z","current":true,"countsUntil":null}]})";
    return answer.replace("LEFT", QByteArray::number(left))
        .replace("ENDED", isUnderWay ? "null" : "\"2026-11-01T10:05:00Z\"");
}

} // namespace Holdfast::Testing
