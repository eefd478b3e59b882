// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../records/ServerRows.h"

#include "records/HoldProgress.h"
#include "records/Holds.h"
#include "records/Policies.h"
#include "records/RecordingSearch.h"
#include "support/OrThrow.h"
#include "upkeep/RetentionSweeper.h"

namespace Holdfast::Testing {

/// A server's database with its writer, what sweeps it, and a clock that the test turns.
class SweepRows
{
public:
    SweepRows() { start(); }

    /// As a server does when it starts: nothing is left of what was under way but the rows.
    void start()
    {
        sweeper.reset();
        writes.reset();
        connections = std::make_unique<ThreadConnections>(
            rows.path(), [this](QByteArrayView statement) { return readGate ? readGate(statement) : Done(); });
        writes = orThrow(WriteQueue::start(
            rows.path(), [this](QByteArrayView statement) { return writeGate ? writeGate(statement) : Done(); }));
        sweeper = std::make_unique<RetentionSweeper>(
            RetentionSweeper::Surroundings{*connections, *writes, [this] { return now; }, settings,
                                           [this](const QList<Recording> &deleted) {
                                               for (const Recording &recording : deleted)
                                                   removedFiles.append(recording.id);
                                           },
                                           [this] { return isStopped && isStopped(); }});
    }

    template <class T> T write(std::function<Result<T>(Database &)> work)
    {
        return orThrow(writes->submit<T>(std::move(work)).result());
    }
    void write(std::function<Done(Database &)> work) { orThrow(writes->submit<void>(std::move(work)).result()); }

    void go() { orThrow(sweeper->go()); }

    Recording add(qint64 id, const QDateTime &uploadedAt)
    {
        Recording recording = rows.recording(id);
        recording.uploadedAt = recording.createdAt = uploadedAt;
        return add(recording);
    }
    Recording add(Recording recording)
    {
        recording.callId = call();
        write([recording](Database &database) { return Recordings(database).add(recording, "key"); });
        return recording;
    }
    Recording old(qint64 id)
    {
        Recording recording = rows.recording(id);
        recording.uploadedAt = recording.createdAt = now.addDays(-100);
        recording.callId = call();
        return recording;
    }
    SweepId begin(bool isDryRun = false)
    {
        AuditEntry who;
        who.at = now;
        who.username = QStringLiteral("sam");
        who.role = Role::Supervisor;
        return write<SweepId>(
            [who, isDryRun](Database &database) { return RetentionSweeps(database).begin(who, isDryRun); });
    }
    HoldId hold(RecordingId id) { return write<HoldId>(placing(id)); }
    std::function<Result<HoldId>(Database &)> placing(RecordingId id) const
    {
        Hold hold;
        hold.matterId = {1};
        hold.recordingId = id;
        hold.placedBy = rows.one;
        hold.placedAt = now;
        return [hold](Database &database) { return Holds(database).placeOnRecording(hold); };
    }
    std::function<Result<HoldId>(Database &)> placing(LeadId lead) const
    {
        Hold hold;
        hold.matterId = {1};
        hold.scope = HoldScope::Lead;
        hold.leadId = lead;
        hold.includesLater = true;
        hold.placedBy = rows.one;
        hold.placedAt = now;
        RecordingFilter filter;
        filter.leadId = lead;
        return [hold, filter](Database &database) { return Holds(database).placeRule(hold, filter); };
    }
    void release(HoldId id)
    {
        write([id, by = rows.one, at = now](Database &database) { return releaseHold(database, id, by, at); });
    }
    /// Marks and lets go what holds over leads are for, to the end.
    void settleHolds()
    {
        for (;;) {
            Database &reading = *orThrow(connections->ofThisThread());
            const auto step = orThrow(HoldProgress(reading).next());
            if (!step)
                return;
            if (!step->placing) {
                write<bool>(
                    [hold = step->hold](Database &database) { return HoldProgress(database).letGo(hold, 100); });
                continue;
            }
            RecordingFilter filter;
            filter.leadId = orThrow(Holds(reading).byId(step->hold)).leadId;
            filter.after = step->reached;
            filter.limit = 100;
            const QList<RecordingPlace> found = orThrow(RecordingSearch::walk(reading, filter));
            write([hold = step->hold, found](Database &database) { return HoldProgress(database).mark(hold, found); });
        }
    }

    QList<qint64> recordings()
    {
        QList<qint64> ids;
        Query query(rows.database(), "SELECT id FROM recordings ORDER BY id");
        orThrow(query.each([&] { ids.append(query.number(0)); }));
        return ids;
    }
    RetentionSweep sweep(SweepId id) { return orThrow(RetentionSweeps(rows.database()).byId(id)); }
    std::optional<RetentionSweep> newest() { return orThrow(RetentionSweeps(rows.database()).newest()); }
    qint64 count(const QByteArray &sql) { return numberOf(rows.database(), sql); }

    ServerRows rows;
    QDateTime now = someTime();
    RetentionSweeper::Settings settings{90, 7, 100, 2};
    StatementGate readGate;
    StatementGate writeGate;
    std::function<bool()> isStopped;
    QList<RecordingId> removedFiles;
    std::unique_ptr<ThreadConnections> connections;
    std::unique_ptr<WriteQueue> writes;
    std::unique_ptr<RetentionSweeper> sweeper;

private:
    CallId call()
    {
        if (!m_call.isValid())
            m_call = rows.addCall(rows.zoe, rows.one);
        return m_call;
    }
    CallId m_call;
};

} // namespace Holdfast::Testing
