// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/MattersCommand.h"

#include "contract/MatterJson.h"

#include <algorithm>

namespace Holdfast {

namespace {

using Command = CtlOptions::Command;

QStringList rowOf(const Matter &matter)
{
    return {QString::number(matter.id.value),
            matter.closedAt ? MattersCommand::tr("closed") : MattersCommand::tr("open"),
            MattersCommand::tr("%n hold(s)", nullptr, static_cast<int>(matter.standingHolds)),
            matter.name,
            matter.reference,
            matter.ownerName,
            matter.reviewDate ? MattersCommand::tr("review %1").arg(matter.reviewDate->toString(Qt::ISODate))
                              : QString()};
}

void apply(const MatterOptions &said, MatterRequest &request)
{
    if (!said.name.isEmpty())
        request.name = said.name;
    request.reference = said.reference.value_or(request.reference);
    request.reason = said.reason.value_or(request.reason);
    if (said.owner)
        request.ownerId = said.owner->isValid() ? said.owner : std::nullopt;
    if (said.reviewDate)
        request.reviewDate = said.reviewDate->isValid() ? said.reviewDate : std::nullopt;
}

} // namespace

MattersCommand::MattersCommand(ApiClient &api, Console &console, const CtlOptions &options, QObject *parent)
    : CtlCommand(console, options, parent)
    , m_matters(api)
{
}

void MattersCommand::run()
{
    const auto setClosed = [](bool isClosed) {
        return [isClosed](MatterRequest &request) { request.closed = isClosed; };
    };
    if (options().command == Command::Matters)
        list();
    else if (options().command == Command::AddMatter)
        add();
    else if (options().command == Command::ChangeMatter)
        change([this](MatterRequest &request) { apply(options().matterOptions, request); });
    else if (options().command == Command::DeleteMatter)
        remove();
    else
        change(setClosed(options().command == Command::CloseMatter));
}

void MattersCommand::list()
{
    answered(m_matters.all(), [this](const QList<Matter> &matters) {
        QJsonArray array;
        QList<QStringList> rows;
        for (const Matter &matter : matters) {
            array.append(toJson(matter));
            rows.append(rowOf(matter));
        }
        show(array, rows);
    });
}

void MattersCommand::add()
{
    MatterRequest request;
    apply(options().matterOptions, request);
    request.name = options().arguments.first();
    answered(m_matters.make(request), [this](const Matter &matter) { showOne(matter); });
}

void MattersCommand::found(const std::function<void(const Matter &)> &then)
{
    answered(m_matters.all(), [this, then, id = MatterId{numbers().first()}](const QList<Matter> &matters) {
        const auto matter = std::ranges::find(matters, id, &Matter::id);
        if (matter == matters.end())
            return refuse({FailureKind::NotFound, tr("There is no matter %1.").arg(id.value), {}, {}});
        then(*matter);
    });
}

void MattersCommand::change(const Edit &edit)
{
    found([this, edit](const Matter &matter) {
        MatterRequest request{matter.name,    matter.reference,  matter.reason,
                              matter.ownerId, matter.reviewDate, matter.closedAt.has_value()};
        edit(request);
        answered(m_matters.change(matter.id, request, matter.revision),
                 [this](const Matter &after) { showOne(after); });
    });
}

void MattersCommand::remove()
{
    found([this](const Matter &matter) {
        answered(m_matters.remove(matter.id, matter.revision), [this, id = matter.id] {
            console().line(tr("The matter %1 is deleted.").arg(id.value));
            Q_EMIT finished(true);
        });
    });
}

void MattersCommand::showOne(const Matter &matter)
{
    show(toJson(matter), {rowOf(matter)});
}

} // namespace Holdfast
