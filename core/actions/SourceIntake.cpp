// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/SourceIntake.h"

#include "domain/WhenFinished.h"

#include <QDir>
#include <QFileInfo>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace Holdfast {

namespace {

constexpr int learntAtOnce = 2000;
constexpr int checkedAtOnce = 1000;

/// Pool thread.
QList<Inbox::Known> goneAmong(const QList<Inbox::Known> &files)
{
    QList<Inbox::Known> gone;
    std::ranges::copy_if(files, std::back_inserter(gone),
                         [](const Inbox::Known &one) { return !QFileInfo::exists(one.file.path); });
    return gone;
}

} // namespace

SourceIntake::SourceIntake(Inbox &inbox, RecordingSource source, Clock clock, const WatchPace &pace, QObject *parent)
    : QObject(parent)
    , m_inbox(inbox)
    , m_source(std::move(source))
    , m_clock(std::move(clock))
    , m_watch(m_source.folder, m_source.subfolders, m_clock, pace)
{
    m_again.setSingleShot(true);
    m_again.setInterval(pace.between);
    connect(&m_again, &QTimer::timeout, this, &SourceIntake::start);
    connect(&m_watch, &FolderWatch::complete, this, [this](const QList<FoundFile> &files) {
        m_complete = files;
        take();
    });
    connect(&m_watch, &FolderWatch::looked, this, [this] {
        m_hasLooked = true;
        missTheGone();
        Q_EMIT looked();
        if (isAtRest())
            Q_EMIT rested();
    });
    connect(&m_watch, &FolderWatch::leavesOut, this, &SourceIntake::leavesOut);
    connect(&m_watch, &FolderWatch::hasOthers, this, &SourceIntake::hasOthers);
    connect(&m_watch, &FolderWatch::away, this, &SourceIntake::sayAway);
    connect(&m_watch, &FolderWatch::back, this, [this] {
        m_said.clear();
        Q_EMIT told(tr("The folder “%1” is there again.").arg(m_source.name));
    });
}

void SourceIntake::start()
{
    m_learnt = 0;
    if (!isKept(m_inbox.watch(m_source.folder, m_clock())))
        return;
    if (!m_source.existing || isKept(m_inbox.takeEarlier(m_source.folder)))
        learn();
}

void SourceIntake::learn()
{
    const auto known = m_inbox.knownAfter(m_source.folder, m_learnt, learntAtOnce);
    if (!isKept(known ? Done() : fail(known.error())))
        return;
    for (const Inbox::Known &one : *known)
        m_watch.know(one.file);
    if (known->size() < learntAtOnce)
        return firstLook();
    m_learnt = known->constLast().number;
    QTimer::singleShot(0, this, &SourceIntake::learn);
}

void SourceIntake::firstLook()
{
    const auto since = m_inbox.firstLook(m_source.folder);
    if (!isKept(since ? Done() : fail(since.error())))
        return;
    if (!*since)
        return beginWatching();
    const auto looked = QtConcurrent::run(filesIn, m_source.folder, m_source.subfolders);
    whenFinished(looked, this, [this, before = **since](const std::optional<QList<ArrivedFile>> &files) {
        if (!files) {
            m_hasLooked = true;
            sayOnce(tr("The folder “%1” is not there yet: %2. It is watched as soon as it is there.")
                        .arg(m_source.name, QDir::toNativeSeparators(m_source.folder)));
            m_again.start();
            Q_EMIT rested();
            return;
        }
        if (!std::exchange(m_said, {}).isEmpty())
            Q_EMIT told(tr("The folder “%1” is there now, and is watched.").arg(m_source.name));
        QList<FoundFile> earlier;
        for (const ArrivedFile &one : *files)
            if (one.arrivedAt < before)
                earlier.append(one.file);
        passOver(earlier);
    });
}

void SourceIntake::passOver(const QList<FoundFile> &files)
{
    const QList<FoundFile> now = files.first(std::min<qsizetype>(files.size(), Inbox::mostAtOnce));
    if (!isKept(m_inbox.passOver(now)))
        return;
    for (const FoundFile &file : now)
        m_watch.know(file);
    if (now.size() < files.size())
        QTimer::singleShot(0, this, [this, rest = files.sliced(now.size())] { passOver(rest); });
    else if (isKept(m_inbox.endFirstLook(m_source.folder)))
        beginWatching();
}

void SourceIntake::beginWatching()
{
    m_isWatching = true;
    m_watch.look();
}

void SourceIntake::look()
{
    if (m_isWatching)
        m_watch.look();
    else if (m_again.isActive())
        m_again.start(0);
}

/// A part now and the rest when the window has had its turn.
void SourceIntake::take()
{
    const QList<FoundFile> now = m_complete.first(std::min<qsizetype>(m_complete.size(), Inbox::mostAtOnce));
    if (const Done taken = m_inbox.take(now); !taken) {
        m_complete.clear(); // they are told again
        sayOnce(taken.error().message);
        return;
    }
    for (const FoundFile &file : now)
        m_watch.know(file);
    m_complete.remove(0, now.size());
    if (!m_complete.isEmpty())
        QTimer::singleShot(0, this, &SourceIntake::take);
    else if (isAtRest())
        Q_EMIT rested();
}

/// New ones whose file is gone leave the inbox, unless the whole folder is away.
void SourceIntake::missTheGone()
{
    if (!m_watch.isThere() || m_missing)
        return;
    const auto page = m_inbox.newAfter(m_source.folder, m_checked, checkedAtOnce);
    if (!page)
        return sayOnce(page.error().message);
    m_checked = page->size() < checkedAtOnce ? 0 : page->constLast().number;
    if (page->isEmpty())
        return;
    m_missing = true;
    whenFinished(QtConcurrent::run(goneAmong, *page), this, [this](const QList<Inbox::Known> &gone) {
        m_missing = false;
        if (gone.isEmpty() || !QFileInfo(m_source.folder).isReadable())
            return;
        QList<qint64> numbers;
        for (const Inbox::Known &one : gone) {
            numbers.append(one.number);
            m_watch.forget(one.file);
        }
        if (const Done forgotten = m_inbox.forget(numbers); !forgotten)
            sayOnce(forgotten.error().message);
    });
}

bool SourceIntake::isAtRest() const
{
    const bool isAway = m_hasLooked && !m_watch.isThere();
    return m_hasLooked && m_complete.isEmpty() && (isAway || !m_isWatching || m_watch.isStill());
}

void SourceIntake::sayAway()
{
    sayOnce(tr("The folder “%1” can't be read at the moment: %2. It is watched again when it is back; nothing is lost.")
                .arg(m_source.name, QDir::toNativeSeparators(m_source.folder)));
}

void SourceIntake::sayOnce(const QString &sentence)
{
    if (std::exchange(m_said, sentence) != sentence)
        Q_EMIT problem(sentence);
}

/// Otherwise it is said, and tried again after a while.
bool SourceIntake::isKept(const Done &done)
{
    if (done)
        return true;
    sayOnce(done.error().message);
    m_again.start();
    return false;
}

} // namespace Holdfast
