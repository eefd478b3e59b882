// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/WatchCommand.h"

#include "ctl/PasswordSource.h"
#include "domain/WhenFinished.h"

#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace Holdfast {

namespace {

using std::chrono::seconds;

constexpr int consideredAtOnce = 200;
constexpr seconds usualBetween{10};

double randomness()
{
    return QRandomGenerator::global()->generateDouble();
}

} // namespace

WatchCommand::WatchCommand(Session &session, ApiClient &api, Console &console, const CtlOptions &options,
                           QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_api(api)
    , m_console(console)
    , m_options(options)
    , m_attach(session, &QDateTime::currentDateTimeUtc)
    , m_file(session, m_attach, &QDateTime::currentDateTimeUtc)
    , m_fill(session, &QDateTime::currentDateTimeUtc, WatchPace{options.settled, usualBetween})
    , m_pull(api, *session.store, session.cache, session.user, randomness)
{
    m_again.setInterval(seconds(30));
    m_anew.setInterval(seconds(1));
    m_anew.setSingleShot(true);
    m_patience.setInterval(options.patience);
    m_patience.setSingleShot(true);
    connectParts();
}

void WatchCommand::connectParts()
{
    const auto say = [this](const QString &sentence) { m_console.problem(sentence); };
    const auto anew = [this] { m_anew.start(); };
    connect(&m_fill, &FillInbox::problem, this, say);
    connect(&m_fill, &FillInbox::told, this, say);
    connect(&m_fill, &FillInbox::leavesOut, this, &WatchCommand::leaveOut);
    connect(&m_fill, &FillInbox::hasOthers, this, [this](const QString &folder, const QString &sentence) {
        m_console.problem(QStringLiteral("%1: %2").arg(folder, sentence));
        if (m_options.json)
            m_console.jsonLine({{QStringLiteral("event"), QStringLiteral("passed over")},
                                {QStringLiteral("folder"), folder},
                                {QStringLiteral("problem"), sentence}});
    });
    connect(&m_fill, &FillInbox::inspected, this, [this](const InboxEntry &entry) {
        if (isAskedFor(entry))
            consider(entry);
    });
    connect(&m_fill, &FillInbox::rested, this, &WatchCommand::endIfDone);
    connect(&m_pull, &ChangePull::problem, this, say);
    connect(&m_pull, &ChangePull::told, this, say);
    connect(&m_pull, &ChangePull::caughtUp, this, [this] {
        if (!std::exchange(m_knowsLeads, true))
            considerAll();
    });
    connect(m_session.store.get(), &LocalStore::leadsChanged, this, anew);
    connect(m_session.store.get(), &LocalStore::leadsTouched, this, anew);
    connect(&m_anew, &QTimer::timeout, this, &WatchCommand::considerAll);
    connect(&m_again, &QTimer::timeout, this, [this] {
        considerAll();
        showCondition(m_session.sync->condition());
    });
    const SyncLoop *sync = m_session.sync.get();
    connect(sync, &SyncLoop::stored, this, &WatchCommand::settled);
    connect(sync, &SyncLoop::parked, this, &WatchCommand::parked);
    connect(sync, &SyncLoop::problem, this, say);
    connect(sync, &SyncLoop::conditionChanged, this, &WatchCommand::showCondition);
    connect(sync, &SyncLoop::waitingChanged, this, &WatchCommand::endIfDone, Qt::QueuedConnection);
    connect(sync, &SyncLoop::progress, this, [this] {
        if (m_options.once)
            m_patience.start();
    });
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_console.problem(tr("Nothing goes on any more.") + u' ' + whatStays());
        end(false);
    });
}

Result<QList<RecordingSource>> WatchCommand::sourcesOf(const CtlOptions &options, RecordingSources &known)
{
    QList<RecordingSource> asked = known.all();
    if (!options.source.isEmpty()) {
        const auto named = known.named(options.source);
        if (!named)
            return fail(FailureKind::NotFound, tr("There is no watched folder “%1”.").arg(options.source));
        asked = {*named};
    } else if (!options.arguments.isEmpty()) {
        RecordingSource folder;
        folder.folder = QDir::cleanPath(QFileInfo(options.arguments.first()).absoluteFilePath());
        folder.name = folder.folder;
        for (const RecordingSource &source : known.all())
            if (source.folder == folder.folder)
                folder = source;
        if (const Done put = known.put(folder.name, folder, RecordingSources::Folder::MayComeLater); !put)
            return fail(put.error());
        asked = {folder};
    }
    if (asked.isEmpty())
        return fail(FailureKind::Malformed, tr("No folder is set up to be watched. Name one: holdfastctl watch DIR."));
    for (RecordingSource &source : asked) {
        source.existing = source.existing || options.existing;
        const Done found = options.once ? RecordingSources::checkFolder(source.folder) : Done(); // nobody waits for it
        if (!found)
            return fail(found.error());
    }
    return asked;
}

void WatchCommand::start(const QList<RecordingSource> &sources)
{
    m_sources = sources;
    m_fill.setSources(sources);
    m_session.sync->start();
    m_pull.start();
    m_again.start();
    if (m_options.once)
        m_patience.start();
    considerAll();
    showCondition(m_session.sync->condition());
}

void WatchCommand::stop()
{
    end(true);
}

/// All that is new, once more: what was left from before, or what other leads make another matter of.
void WatchCommand::considerAll()
{
    if (!std::exchange(m_considering, true))
        considerFrom(0);
}

void WatchCommand::considerFrom(qint64 number)
{
    const auto entries = m_session.store->inbox().entriesAfter(number, consideredAtOnce);
    if (!entries) {
        m_considering = false;
        m_console.problem(entries.error());
        return;
    }
    for (const InboxEntry &entry : *entries)
        if (entry.isInspected && isAskedFor(entry))
            consider(entry);
    m_considering = entries->size() == consideredAtOnce;
    if (m_considering)
        QTimer::singleShot(0, this, [this, last = entries->constLast().number] { considerFrom(last); });
    else
        endIfDone();
}

/// The inbox may hold files of folders that are not watched this time.
bool WatchCommand::isAskedFor(const InboxEntry &entry) const
{
    return std::ranges::any_of(
        m_sources, [&](const RecordingSource &source) { return RecordingSources::holds(source, entry.file.path); });
}

void WatchCommand::consider(const InboxEntry &entry)
{
    if (m_options.once)
        m_patience.start();
    for (const InboxEntry &waiting : std::as_const(m_toFile))
        if (waiting.number == entry.number)
            return;
    if (!entry.problem.isEmpty())
        return keepBack(entry, sentenceOnKept(entry.problem));
    const auto suggestion = m_file.suggest(entry);
    if (!suggestion)
        return keepBack(entry, suggestion.error().message);
    if (!suggestion->isClear() || suggestion->isThereAlready()) {
        if (m_knowsLeads)
            leave(entry, *suggestion);
        return;
    }
    m_toFile.append(entry);
    fileNext();
}

/// One after the other, so that the second copy of a recording is noticed.
void WatchCommand::fileNext()
{
    if (m_filing || m_ended || m_toFile.isEmpty())
        return endIfDone();
    const InboxEntry entry = m_toFile.first();
    const auto suggestion = m_file.suggest(entry);
    if (!suggestion || !suggestion->isClear() || suggestion->isThereAlready()) {
        m_toFile.removeFirst();
        if (suggestion)
            leave(entry, *suggestion);
        else
            keepBack(entry, suggestion.error().message);
        QTimer::singleShot(0, this, &WatchCommand::fileNext);
        return;
    }
    m_filing = true;
    const WrittenAlong along{{}, {}, m_options.agentChannel};
    whenFinished(m_file.file({entry}, std::nullopt, along), this,
                 [this, entry](const AttachRecordings::Attached &attached) {
                     m_filing = false;
                     m_toFile.removeFirst();
                     filed(entry, attached);
                     fileNext();
                 });
}

void WatchCommand::filed(const InboxEntry &entry, const AttachRecordings::Attached &attached)
{
    for (const Inspected &file : attached.refused)
        keepBack(entry, file.problem);
    for (const QUuid &uploadId : attached.uploadIds) {
        m_keptBack.remove(entry.number);
        const auto recording = m_session.store->find(uploadId);
        const auto lead = recording ? m_session.store->lead(recording->leadId) : fail(recording.error());
        const QString leadName = lead && *lead ? (*lead)->name : QString();
        if (m_options.json)
            m_console.jsonLine({{QStringLiteral("event"), QStringLiteral("filed")},
                                {QStringLiteral("file"), entry.file.path},
                                {QStringLiteral("leadId"), recording ? recording->leadId.value : 0},
                                {QStringLiteral("leadName"), leadName},
                                {QStringLiteral("remark"), sentenceOnKept(entry.remark)}});
        else
            m_console.line(tr("filed   %1  to %2").arg(nameOf(uploadId), leadName));
        sayRemark(entry);
    }
}

/// What its lead has already, or gets by itself, needs nobody.
void WatchCommand::leave(const InboxEntry &entry, const FileFromInbox::Suggestion &suggestion)
{
    if (!suggestion.earlier || !suggestion.earlier->isThereOrComes())
        return keepBack(entry, suggestion.sentence());
    m_keptBack.remove(entry.number);
    const auto said = m_thereAlready.constFind(entry.number);
    if (said != m_thereAlready.cend() && *said == suggestion.isStored())
        return;
    m_thereAlready.insert(entry.number, suggestion.isStored());
    if (m_options.json)
        m_console.jsonLine({{QStringLiteral("event"), QStringLiteral("there already")},
                            {QStringLiteral("file"), entry.file.path},
                            {QStringLiteral("stored"), suggestion.isStored()}});
    else
        m_console.line(tr("there    %1: %2").arg(entry.file.path, suggestion.sentence()));
}

void WatchCommand::keepBack(const InboxEntry &entry, const QString &why)
{
    if (m_keptBack.value(entry.number) == why)
        return;
    m_keptBack.insert(entry.number, why);
    sayNotFiled(entry.file.path, why);
}

/// What is awaited must not run out of patience before it is taken.
void WatchCommand::leaveOut(const QString &path, const QString &why, bool isForGood)
{
    if (m_options.once && !isForGood)
        m_patience.start(m_options.patience + WatchPace{m_options.settled, usualBetween}.unfinishedAfter());
    sayNotFiled(path, why);
}

void WatchCommand::sayNotFiled(const QString &path, const QString &why)
{
    m_console.problem(QStringLiteral("%1: %2").arg(path, why));
    if (m_options.json)
        m_console.jsonLine({{QStringLiteral("event"), QStringLiteral("not filed")},
                            {QStringLiteral("file"), path},
                            {QStringLiteral("problem"), why}});
}

/// That it was filed does not say in what state.
void WatchCommand::sayRemark(const InboxEntry &entry)
{
    if (!entry.remark.isEmpty())
        m_console.problem(QStringLiteral("%1: %2").arg(entry.file.path, sentenceOnKept(entry.remark)));
}

void WatchCommand::settled(QUuid uploadId, const Recording &recording)
{
    if (m_options.json)
        m_console.jsonLine({{QStringLiteral("event"), QStringLiteral("stored")},
                            {QStringLiteral("originalName"), recording.originalName},
                            {QStringLiteral("id"), recording.id.value}});
    else
        m_console.line(tr("stored  %1  recording %2").arg(nameOf(uploadId)).arg(recording.id.value));
}

void WatchCommand::parked(QUuid uploadId, const QString &why)
{
    m_someParked = true;
    m_console.problem(QStringLiteral("%1: %2").arg(nameOf(uploadId), why));
    if (m_options.json)
        m_console.jsonLine({{QStringLiteral("event"), QStringLiteral("not sent")},
                            {QStringLiteral("originalName"), nameOf(uploadId)},
                            {QStringLiteral("problem"), why}});
}

void WatchCommand::showCondition(SyncCondition condition)
{
    QString sentence;
    switch (condition) {
    case SyncCondition::Online:
        if (!m_saidOfSignIn.isEmpty())
            m_console.problem(tr("The server takes files again."));
        break;
    case SyncCondition::Offline:
        sentence = tr("The server can't be reached. Files wait here and go when it is back.");
        break;
    case SyncCondition::SignInNeeded:
        sentence = m_options.passwordFile.isEmpty()
                       ? tr("The sign-in has ended. Stop this, and start it again to sign in.") + u' ' + whatStays()
                       : tr("The sign-in has ended. Files wait here until signing in again succeeds.");
        signInAgain();
        break;
    }
    if (std::exchange(m_saidOfSignIn, sentence) != sentence && !sentence.isEmpty())
        m_console.problem(sentence);
}

/// Where a file has the password: a host that watches for months outlives every sign-in.
void WatchCommand::signInAgain()
{
    if (m_options.passwordFile.isEmpty() || m_ended)
        return;
    const Result<QString> password = readPassword(m_options.passwordFile, m_session.account);
    if (!password)
        return;
    whenFinished(m_api.login(m_session.account, *password), this, [this](const Result<SignedIn> &signedIn) {
        if (signedIn)
            m_api.setToken(signedIn->token); // otherwise it is tried again after a while
    });
}

/// When this program ends.
QString WatchCommand::whatStays() const
{
    return m_session.tokenKept
               ? tr("What was not sent waits here, sealed, and goes the next time.")
               : tr("Without a keyring no copy of what was not sent outlasts this program: the next time "
                    "takes the original files, if they are still there and unchanged.");
}

void WatchCommand::endIfDone()
{
    if (!m_options.once || m_ended || m_filing || m_considering || !m_toFile.isEmpty() || !m_knowsLeads)
        return;
    const auto toInspect = m_session.store->inbox().nextToInspect();
    const auto waiting = m_session.store->outbox();
    if (!m_fill.isAtRest() || !toInspect || *toInspect || !waiting || !waiting->isEmpty())
        return;
    end(m_keptBack.isEmpty() && !m_someParked && m_fill.leftOut().isEmpty());
}

void WatchCommand::end(bool allDone)
{
    if (std::exchange(m_ended, true))
        return;
    m_again.stop();
    m_anew.stop();
    m_patience.stop();
    m_fill.disconnect(this);
    m_session.sync->disconnect(this);
    m_pull.stop();
    m_session.sync->stop();
    Q_EMIT finished(allDone);
}

QString WatchCommand::nameOf(QUuid uploadId) const
{
    const auto recording = m_session.store->find(uploadId);
    return recording ? recording->name : QString();
}

} // namespace Holdfast
