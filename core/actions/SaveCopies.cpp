// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/SaveCopies.h"

#include "domain/FileName.h"
#include "domain/WhenFinished.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtConcurrentRun>

namespace Holdfast {

namespace {

constexpr int mostOfOneName = 10'000;

/// Pool thread. An empty file that holds the name, so that nobody else takes it meanwhile: the copy replaces it.
Result<QString> takeName(const QString &folder, const QString &name)
{
    const QFileInfo info(name);
    const QString ending = info.suffix().isEmpty() ? QString() : u'.' + info.suffix();
    for (int number = 1; number <= mostOfOneName; ++number) {
        const QString numbered =
            number == 1 ? name : QStringLiteral("%1 (%2)%3").arg(info.completeBaseName()).arg(number).arg(ending);
        QFile file(QDir(folder).filePath(numbered));
        if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
            return file.fileName();
        if (!QFileInfo::exists(file.fileName()))
            return fail(FailureKind::Unreachable,
                        SaveCopies::tr("Nothing can be written into this folder: %1").arg(file.errorString()));
    }
    return fail(FailureKind::Conflict, SaveCopies::tr("There are too many files of that name in the folder."));
}

/// What was taken and has become no copy.
void giveBack(const QString &path)
{
    if (!path.isEmpty() && QFileInfo(path).size() == 0)
        QFile::remove(path);
}

bool endsAll(FailureKind kind)
{
    return kind == FailureKind::Unreachable || kind == FailureKind::StorageFull || kind == FailureKind::NotSignedIn;
}

} // namespace

SaveCopies::SaveCopies(Session &session, ApiClient &api, QObject *parent)
    : QObject(parent)
    , m_save(session, api)
{
    connect(&m_save, &SaveCopy::progress, this, &SaveCopies::fetching);
}

SaveCopies::~SaveCopies()
{
    if (!m_promise)
        return;
    cancel();
    giveBack(m_taken);
    m_promise->finish();
}

QString SaveCopies::nameOf(const LocalRecording &recording)
{
    const QString lead = recording.remote ? recording.remote->leadName : QString();
    const QString when = recording.callAt.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH.mm"));
    const QString name = lead.isEmpty() ? recording.name : QStringLiteral("%1, %2").arg(lead, recording.name);
    return cleanFileName(QStringLiteral("%1 %2").arg(when, name).replace(u'/', u'-').replace(u'\\', u'-'));
}

QFuture<QList<SaveCopies::Outcome>> SaveCopies::run(const QList<LocalRecording> &recordings, const QString &folder)
{
    Q_ASSERT(!m_promise);
    m_recordings = recordings;
    m_folder = folder;
    m_outcomes.clear();
    m_isStopped = std::make_shared<std::atomic_bool>(false);
    m_promise = std::make_unique<QPromise<QList<Outcome>>>();
    m_promise->start();
    const QFuture<QList<Outcome>> future = m_promise->future();
    next();
    return future;
}

void SaveCopies::cancel()
{
    if (m_isStopped)
        *m_isStopped = true;
    m_save.cancel();
}

void SaveCopies::next()
{
    if (*m_isStopped || m_outcomes.size() == m_recordings.size())
        return end();
    const auto taken = QtConcurrent::run(
        [folder = m_folder, name = nameOf(m_recordings.at(m_outcomes.size())), stopped = m_isStopped] {
            Result<QString> path = takeName(folder, name);
            if (path && *stopped) {
                giveBack(*path);
                path = fail(FailureKind::Cancelled, SaveCopies::tr("Stopped."));
            }
            return path;
        });
    whenFinished(taken, this, [this](const Result<QString> &path) { saveTo(path); });
}

void SaveCopies::saveTo(const Result<QString> &path)
{
    if (!path)
        return take(fail(path.error()));
    m_taken = *path;
    if (*m_isStopped)
        return take(fail(FailureKind::Cancelled, tr("Stopped.")));
    whenFinished(m_save.save(m_recordings.at(m_outcomes.size()), *path), this,
                 [this](const Done &saved) { take(saved); });
}

void SaveCopies::take(const Done &saved)
{
    const QString path = std::exchange(m_taken, {});
    if (saved) {
        m_outcomes.append({path, std::nullopt});
    } else {
        giveBack(path);
        m_outcomes.append({{}, saved.error()});
        if (endsAll(saved.error().kind))
            *m_isStopped = true;
    }
    Q_EMIT progress(static_cast<int>(m_outcomes.size()));
    next();
}

void SaveCopies::end()
{
    m_outcomes.resize(m_recordings.size());
    const std::unique_ptr<QPromise<QList<Outcome>>> promise = std::move(m_promise);
    promise->addResult(m_outcomes);
    promise->finish();
}

} // namespace Holdfast
