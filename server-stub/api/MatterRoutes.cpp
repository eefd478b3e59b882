// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/MatterRoutes.h"

#include "access/Gate.h"
#include "api/DeedGuard.h"
#include "api/FailureReply.h"
#include "api/JsonBody.h"
#include "api/QueryFields.h"
#include "api/Revision.h"
#include "api/WholeNumber.h"
#include "contract/MatterJson.h"
#include "contract/Routes.h"
#include "records/Changes.h"
#include "records/Matters.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Holdfast {

namespace {

constexpr qint64 longestBody = 16 * 1024;

MatterId idOf(const Http::Request &request)
{
    return {wholeNumber(request.captures.value(QStringLiteral("id"))).value_or(0)};
}

Matter matterOf(const MatterRequest &request, const QDateTime &at)
{
    Matter matter;
    matter.name = request.name;
    matter.reference = request.reference;
    matter.reason = request.reason;
    matter.ownerId = request.ownerId;
    matter.reviewDate = request.reviewDate;
    if (request.closed)
        matter.closedAt = at;
    matter.createdAt = matter.updatedAt = at;
    return matter;
}

Done note(Database &database, AuditEntry entry, MatterId id, const std::optional<Matter> &before,
          const std::optional<Matter> &after)
{
    entry.detail.insert(QLatin1String("matterId"), id.value);
    if (before)
        entry.detail.insert(QLatin1String("before"), toJson(*before));
    if (after)
        entry.detail.insert(QLatin1String("after"), toJson(*after));
    if (Done done = Audit(database).append(entry); !done)
        return done;
    return Changes(database).append(QStringLiteral("matter"), id.value, entry.at, UserId{});
}

/// Makes it where it has no id; changes it where it has one, and is at the revision that was asked for.
Result<Matter> store(Database &database, Matter matter, const AuditEntry &entry,
                     const std::optional<RevisionCondition> &condition = {})
{
    Matters matters(database);
    std::optional<Matter> before;
    if (matter.id.isValid()) {
        const Result<Matter> found = matters.byId(matter.id);
        if (!found)
            return found;
        before = *found;
        if (Done at = stillAt(database, Edited::Matter, matter.id.value, condition); !at)
            return fail(at.error());
        if (before->closedAt && matter.closedAt)
            matter.closedAt = before->closedAt; // since when it has been
        if (Done changed = matters.change(matter); !changed)
            return fail(changed.error());
        if (Done noted = Edits(database, Edited::Matter).note(matter.id.value, entry.userId, entry.at); !noted)
            return fail(noted.error());
    } else {
        const Result<MatterId> made = matters.add(matter);
        if (!made)
            return fail(made.error());
        matter.id = *made;
    }
    const Result<Matter> after = matters.byId(matter.id);
    if (!after)
        return after;
    if (Done noted = note(database, entry, matter.id, before, *after); !noted)
        return fail(noted.error());
    return after;
}

Http::Reply replyOf(int status, const Result<Matter> &matter)
{
    return matter ? tagged(Http::Reply::json(status, QJsonDocument(toJson(*matter))), matter->revision)
                  : failureReply(matter.error());
}

} // namespace

MatterRoutes::MatterRoutes(DataFolder &data, AccessLog &log)
    : m_data(data)
    , m_log(log)
{
}

void MatterRoutes::addTo(Http::Router &router, const Http::Gate &gate)
{
    add(router, gate, "GET", Routes::matters, &MatterRoutes::list);
    add(router, gate, "POST", Routes::matters, &MatterRoutes::create);
    add(router, gate, "GET", Routes::matter, &MatterRoutes::one);
    add(router, gate, "PUT", Routes::matter, &MatterRoutes::change);
    add(router, gate, "DELETE", Routes::matter, &MatterRoutes::remove);
}

void MatterRoutes::add(Http::Router &router, const Http::Gate &gate, const char *method, QLatin1String route, Work work)
{
    router.add(method, route, gate,
               onlyFor(Deed::PlaceHold, m_log, QStringLiteral("matters"), QStringLiteral("manage matters"),
                       [this, work](const Http::Request &request, const Http::Responder &responder) {
                           return (this->*work)(request, responder);
                       }));
}

std::unique_ptr<Http::BodySink> MatterRoutes::list(const Http::Request &request, const Http::Responder &responder)
{
    QueryFields query(request);
    const auto closed = query.truth(QLatin1String("closed"));
    if (const auto failure = query.failure()) {
        responder.reply(failureReply(*failure));
        return nullptr;
    }
    const auto which = !closed ? Matters::Which::All : *closed ? Matters::Which::Closed : Matters::Which::Open;
    const Result<Database *> database = m_data.connections().ofThisThread();
    const Result<QList<Matter>> matters = database ? Matters(**database).all(which) : fail(database.error());
    if (!matters) {
        responder.reply(failureReply(matters.error()));
        return nullptr;
    }
    QJsonArray array;
    for (const Matter &matter : *matters)
        array.append(toJson(matter));
    responder.reply(Http::Reply::json(200, QJsonDocument(array)));
    return nullptr;
}

std::unique_ptr<Http::BodySink> MatterRoutes::one(const Http::Request &request, const Http::Responder &responder)
{
    const Result<Database *> database = m_data.connections().ofThisThread();
    responder.reply(database ? replyOf(200, Matters(**database).byId(idOf(request))) : failureReply(database.error()));
    return nullptr;
}

std::unique_ptr<Http::BodySink> MatterRoutes::create(const Http::Request &request, const Http::Responder &responder)
{
    const AuditEntry entry = m_log.entry(Gate::callerOf(request), QStringLiteral("matter-create"));
    return collectJson(request, responder, longestBody,
                       [this, entry](const QJsonObject &body, const Http::Responder &answer) {
                           const Result<MatterRequest> asked = matterRequestFromJson(body);
                           if (!asked)
                               return answer.reply(failureReply(asked.error()));
                           m_data.writes()
                               .submit<Matter>([matter = matterOf(*asked, entry.at), entry](Database &database) {
                                   return store(database, matter, entry);
                               })
                               .then([answer](const Result<Matter> &made) { answer.reply(replyOf(201, made)); });
                       });
}

std::unique_ptr<Http::BodySink> MatterRoutes::change(const Http::Request &request, const Http::Responder &responder)
{
    const AuditEntry entry = m_log.entry(Gate::callerOf(request), QStringLiteral("matter-change"));
    return collectJson(request, responder, longestBody,
                       [this, entry, id = idOf(request), condition = ifMatchOf(request.headers)](
                           const QJsonObject &body, const Http::Responder &answer) {
                           const Result<MatterRequest> asked = matterRequestFromJson(body);
                           if (!asked)
                               return answer.reply(failureReply(asked.error()));
                           if (!id.isValid())
                               return answer.reply(refusal(FailureKind::NotFound, QStringLiteral("Matter not found")));
                           Matter matter = matterOf(*asked, entry.at);
                           matter.id = id;
                           m_data.writes()
                               .submit<Matter>([matter, entry, condition](Database &database) {
                                   return store(database, matter, entry, condition);
                               })
                               .then([answer](const Result<Matter> &changed) { answer.reply(replyOf(200, changed)); });
                       });
}

std::unique_ptr<Http::BodySink> MatterRoutes::remove(const Http::Request &request, const Http::Responder &responder)
{
    const AuditEntry entry = m_log.entry(Gate::callerOf(request), QStringLiteral("matter-delete"));
    m_data.writes()
        .submit<void>([id = idOf(request), entry, condition = ifMatchOf(request.headers)](Database &database) -> Done {
            const Result<Matter> before = Matters(database).byId(id);
            if (!before)
                return fail(before.error());
            if (Done at = stillAt(database, Edited::Matter, id.value, condition); !at)
                return at;
            if (Done removed = Matters(database).remove(id); !removed)
                return removed;
            return note(database, entry, id, *before, std::nullopt);
        })
        .then([responder](const Done &removed) {
            responder.reply(removed ? Http::Reply::empty(204) : failureReply(removed.error()));
        });
    return nullptr;
}

} // namespace Holdfast
