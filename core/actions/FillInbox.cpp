// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/FillInbox.h"

#include "actions/InspectFile.h"
#include "domain/WhenFinished.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace Holdfast {

namespace {

QString remarkOn(const InboxEntry &entry, const Inspected &inspected)
{
    QList<FileFinding> remarks;
    if (entry.hasChanged)
        remarks.append({FileFinding::Kind::FiledBefore, {}});
    if (inspected.problem.isEmpty())
        remarks += inspected.found;
    return keptText(remarks);
}

} // namespace

FillInbox::FillInbox(Session &session, Clock clock, const WatchPace &pace, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_clock(std::move(clock))
    , m_pace(pace)
{
    connect(&session.store->inbox(), &Inbox::changed, this, &FillInbox::inspectNext, Qt::QueuedConnection);
}

void FillInbox::setSources(const QList<RecordingSource> &sources)
{
    for (const auto &intake : m_intakes)
        leave(intake->source(), sources);
    std::erase_if(m_intakes, [&](const auto &intake) { return !sources.contains(intake->source()); });
    for (const RecordingSource &source : sources) {
        if (std::ranges::any_of(m_intakes, [&](const auto &intake) { return intake->source() == source; }))
            continue;
        auto intake = std::make_unique<SourceIntake>(m_session.store->inbox(), source, m_clock, m_pace);
        connectIntake(*intake);
        intake->start();
        m_intakes.push_back(std::move(intake));
    }
    inspectNext();
}

void FillInbox::connectIntake(const SourceIntake &intake)
{
    connect(&intake, &SourceIntake::problem, this, &FillInbox::problem);
    connect(&intake, &SourceIntake::told, this, &FillInbox::told);
    connect(&intake, &SourceIntake::looked, this, &FillInbox::looked);
    connect(&intake, &SourceIntake::rested, this, &FillInbox::restIfDone);
    connect(&intake, &SourceIntake::leavesOut, this, [this](const LeftOutFile &file) {
        Q_EMIT leavesOut(file.path, sentenceOn(file.why, m_pace.unfinishedAfter()), file.why != LeftOut::Unfinished);
    });
    connect(&intake, &SourceIntake::hasOthers, this,
            [this, &intake] { Q_EMIT hasOthers(intake.source().folder, sentenceOn(intake.watch().others())); });
}

QStringList FillInbox::leftOut() const
{
    QStringList sentences;
    for (const auto &intake : m_intakes)
        if (const QString sentence = sentenceOn(intake->watch().leftOut()); !sentence.isEmpty())
            sentences.append(tr("“%1”: %2", "folder: what is not taken there").arg(intake->source().name, sentence));
    return sentences;
}

void FillInbox::leave(const RecordingSource &source, const QList<RecordingSource> &sources)
{
    const auto isOfTheFolder = [&](const RecordingSource &other) { return other.folder == source.folder; };
    if (std::ranges::any_of(sources, isOfTheFolder))
        return;
    if (const Done left = m_session.store->inbox().leaveFolder(source.folder); !left)
        Q_EMIT problem(left.error().message);
}

void FillInbox::look()
{
    for (const auto &intake : m_intakes)
        intake->look();
}

bool FillInbox::isAtRest() const
{
    return !m_inspecting && std::ranges::all_of(m_intakes, [](const auto &intake) { return intake->isAtRest(); });
}

void FillInbox::inspectNext()
{
    if (m_inspecting)
        return;
    const auto next = m_session.store->inbox().nextToInspect();
    if (!next) {
        Q_EMIT problem(next.error().message);
        return;
    }
    if (!*next)
        return restIfDone();
    m_inspecting = true;
    whenFinished(QtConcurrent::run(inspectFile, FileAsked{(*next)->file.path, {}}), this,
                 [this, entry = **next](const Inspected &inspected) mutable {
                     m_inspecting = false;
                     entry.sha256 = inspected.sha256;
                     entry.duration = inspected.facts ? inspected.facts->duration : std::nullopt;
                     entry.problem = inspected.problem.isEmpty() ? QString() : keptText(inspected.found);
                     entry.remark = remarkOn(entry, inspected);
                     entry.isInspected = true;
                     if (const Done kept = m_session.store->inbox().keepInspection(entry); kept)
                         Q_EMIT this->inspected(entry);
                     else
                         Q_EMIT problem(kept.error().message); // looked at again when the inbox changes
                 });
}

void FillInbox::restIfDone()
{
    if (isAtRest())
        Q_EMIT rested();
}

} // namespace Holdfast
