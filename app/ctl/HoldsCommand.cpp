// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/HoldsCommand.h"

#include "contract/HoldJson.h"
#include "contract/Json.h"
#include "ctl/CountText.h"
#include "domain/WhenFinished.h"

#include <QJsonDocument>

#include <algorithm>
#include <functional>

namespace Holdfast {

namespace {

using Command = CtlOptions::Command;
constexpr int page = 1000;

QString overText(const Hold &hold)
{
    if (hold.recordingId)
        return HoldsCommand::tr("recording %1").arg(hold.recordingId->value);
    const QString what = hold.leadId
                             ? HoldsCommand::tr("lead %1").arg(hold.leadId->value)
                             : HoldsCommand::tr("search %1")
                                   .arg(QString::fromUtf8(QJsonDocument(hold.search).toJson(QJsonDocument::Compact)));
    return hold.includesLater ? HoldsCommand::tr("%1 and later").arg(what) : what;
}

QStringList rowOf(const Hold &hold)
{
    return {QString::number(hold.id.value),
            holdStateName(hold.state),
            overText(hold),
            HoldsCommand::tr("%n recording(s)", nullptr, static_cast<int>(hold.recordingCount)),
            hold.matterName,
            hold.placedByName,
            timeText(hold.placedAt),
            hold.reason};
}

} // namespace

HoldsCommand::HoldsCommand(ApiClient &api, Console &console, const CtlOptions &options, QObject *parent)
    : CtlCommand(console, options, parent)
    , m_holds(api)
{
}

void HoldsCommand::run()
{
    const std::pair<Command, std::function<void()>> works[] = {
        {Command::Holds, [this] { list({}); }},
        {Command::PlaceHold, [this] { place(); }},
        {Command::PreviewRelease, [this] { preview(); }},
        {Command::ReleaseHolds, [this] { release(); }},
        {Command::ReleaseRequests, [this] { listRequests(); }},
        {Command::ApproveRelease, [this] { decide(ReleaseRequestState::Approved); }},
        {Command::RefuseRelease, [this] { decide(ReleaseRequestState::Refused); }},
        {Command::WithdrawRelease, [this] { decide(ReleaseRequestState::Withdrawn); }},
    };
    for (const auto &[command, work] : works)
        if (command == options().command)
            return work();
}

void HoldsCommand::show(const Hold &hold)
{
    if (options().json)
        console().json(toJson(hold));
    else
        console().table({rowOf(hold)});
}

/// All that stand, page by page.
void HoldsCommand::list(HoldId before)
{
    HoldCalls::Filter filter;
    filter.stands = true;
    if (options().matter > 0)
        filter.matter = MatterId{options().matter};
    answered(m_holds.page(filter, before, page), [this](const QList<Hold> &holds) {
        m_listed += holds;
        if (holds.size() == page)
            return list(holds.constLast().id);
        QJsonArray array;
        QList<QStringList> rows;
        for (const Hold &hold : std::as_const(m_listed)) {
            array.append(toJson(hold));
            rows.append(rowOf(hold));
        }
        if (options().json)
            console().json(array);
        else
            console().table(rows);
        Q_EMIT finished(true);
    });
}

void HoldsCommand::place()
{
    HoldRequest request = options().hold;
    SearchTerms terms;
    terms.words = options().arguments.last();
    if (request.scope == HoldScope::Search)
        request.search = HoldCalls::searchFor(terms);
    answered(m_holds.place(request), [this](const Hold &hold) {
        show(hold);
        Q_EMIT finished(true);
    });
}

void HoldsCommand::preview()
{
    QList<HoldId> holds;
    for (const qint64 id : numbers())
        holds.append(HoldId{id});
    answered(m_holds.previewRelease(holds, {}, 100), [this](const ReleaseEffects &effects) {
        showPreview(effects);
        Q_EMIT finished(true);
    });
}

void HoldsCommand::showPreview(const ReleaseEffects &effects)
{
    const ReleaseEffects::Totals totals = effects.totals.value_or(ReleaseEffects::Totals());
    QJsonArray recordings;
    QList<QStringList> rows{{tr("would go free"), countText(totals.goFree)},
                            {tr("stay held by others"), countText(totals.stayHeld)},
                            {tr("gone at the next sweep"), countText(totals.takenByNextSweep)}};
    for (const ReleaseEffects::Freed &freed : effects.recordings) {
        recordings.append(QJsonObject{{QStringLiteral("recordingId"), freed.recording.value},
                                      {QStringLiteral("retentionUntil"), isoTime(freed.end.until)},
                                      {QStringLiteral("takenByNextSweep"), freed.takenByNextSweep}});
        rows.append({tr("recording %1").arg(freed.recording.value), tr("ends %1").arg(timeText(freed.end.until))});
    }
    if (options().json)
        console().json(QJsonObject{{QStringLiteral("goFree"), totals.goFree},
                                   {QStringLiteral("bytes"), totals.bytes},
                                   {QStringLiteral("stayHeld"), totals.stayHeld},
                                   {QStringLiteral("takenByNextSweep"), totals.takenByNextSweep},
                                   {QStringLiteral("recordings"), recordings}});
    else
        console().table(rows);
    if (effects.next.isValid() && !options().json)
        console().line(tr("… and more"));
}

void HoldsCommand::release()
{
    ReleaseOrder order;
    order.reason = options().reason;
    for (const qint64 id : numbers())
        order.holdIds.append(HoldId{id});
    answered(m_holds.release(order), [this](const QList<ReleaseOutcome> &outcomes) {
        using What = ReleaseOutcome::What;
        for (const ReleaseOutcome &outcome : outcomes) {
            const QString name = tr("hold %1").arg(outcome.hold.value);
            if (outcome.what == What::Released)
                console().line(tr("%1: released").arg(name));
            else if (outcome.what == What::WaitsForSecondPerson)
                console().problem(tr("%1: stays until a second person approves the release").arg(name));
            else
                console().problem(tr("%1: %2").arg(name, outcome.message));
        }
        Q_EMIT finished(std::ranges::all_of(
            outcomes, [](const ReleaseOutcome &outcome) { return outcome.what == What::Released; }));
    });
}

void HoldsCommand::listRequests()
{
    answered(m_holds.requests(ReleaseRequestState::Open, {}, page), [this](const QList<ReleaseRequest> &requests) {
        QJsonArray array;
        QList<QStringList> rows;
        for (const ReleaseRequest &request : requests) {
            array.append(toJson(request));
            rows.append({QString::number(request.id.value), tr("hold %1").arg(request.holdId.value),
                         request.askedByName, timeText(request.askedAt), request.reason});
        }
        if (options().json)
            console().json(array);
        else
            console().table(rows);
        Q_EMIT finished(true);
    });
}

void HoldsCommand::decide(ReleaseRequestState decision)
{
    answered(m_holds.decide({numbers().first()}, decision), [this](const ReleaseRequest &request) {
        if (options().json)
            console().json(toJson(request));
        else
            console().line(tr("request %1: %2").arg(request.id.value).arg(releaseRequestStateName(request.state)));
        Q_EMIT finished(true);
    });
}

} // namespace Holdfast
