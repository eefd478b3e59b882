// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/ImportLeads.h"

#include "domain/Limits.h"
#include "domain/WhenFinished.h"

#include <QFile>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QPromise>
#include <QtConcurrentRun>

#include <utility>

namespace Holdfast {

namespace {

constexpr int wholeProgress = 1000;

tl::unexpected<Failure> unfit(const QString &sentence)
{
    return fail(FailureKind::Malformed, sentence);
}

/// Pool thread.
Result<QByteArray> readFile(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (QFileInfo(path).isDir())
        return unfit(ImportLeads::tr("%1 is a folder. Choose a CSV file.").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return fail(FailureKind::Unreachable, ImportLeads::tr("%1 can't be read: %2").arg(name, file.errorString()));
    if (file.size() > longestLeadFile)
        return unfit(ImportLeads::tr("%1 is larger than the %2 MB that are taken at once. Split it into several files.")
                         .arg(name)
                         .arg(longestLeadFile / (1024 * 1024)));
    const QByteArray bytes = file.read(longestLeadFile + 1);
    if (file.error() != QFileDevice::NoError)
        return fail(FailureKind::Unreachable, ImportLeads::tr("%1 can't be read: %2").arg(name, file.errorString()));
    if (bytes.isEmpty())
        return unfit(ImportLeads::tr("%1 is empty.").arg(name));
    if (bytes.startsWith("PK\x03\x04") || bytes.startsWith("\xD0\xCF\x11\xE0"))
        return unfit(ImportLeads::tr("%1 is a workbook. Save it as CSV in the program that made it, and choose that.")
                         .arg(name));
    return bytes;
}

Failure cancelled()
{
    return {FailureKind::Cancelled, ImportLeads::tr("Stopped. Nothing was imported."), {}, {}};
}

} // namespace

ImportLeads::ImportLeads(ApiClient &api, QObject *parent)
    : QObject(parent)
    , m_api(api)
{
}

ImportLeads::Answer ImportLeads::preview(const QString &path)
{
    cancel();
    m_file.clear();
    auto promise = std::make_shared<QPromise<Result<LeadImportReport>>>();
    promise->start();
    const auto answer = [promise](const Result<LeadImportReport> &report) {
        promise->addResult(report);
        promise->finish();
    };
    const auto stopped = std::make_shared<bool>(false);
    m_hangUp = [stopped] { *stopped = true; };
    const QFuture<Result<QByteArray>> read = QtConcurrent::run(readFile, path);
    whenFinished(read, this, [this, stopped, answer](const Result<QByteArray> &bytes) {
        if (*stopped)
            return answer(fail(cancelled()));
        if (!bytes)
            return answer(fail(bytes.error()));
        m_file = *bytes;
        whenFinished(send(ApiClient::LeadImportMode::Preview), this, answer);
    });
    return promise->future();
}

ImportLeads::Answer ImportLeads::run()
{
    cancel();
    return send(ApiClient::LeadImportMode::Import);
}

ImportLeads::Answer ImportLeads::send(ApiClient::LeadImportMode mode)
{
    m_isSent = false;
    Answer asked = m_api.importLeads(m_file, mode);
    auto promise = std::make_shared<QPromise<Result<LeadImportReport>>>();
    promise->start();
    auto *watcher = new QFutureWatcher<Result<LeadImportReport>>(this);
    connect(watcher, &QFutureWatcherBase::progressValueChanged, this, [this](int permille) {
        m_isSent = permille >= wholeProgress;
        Q_EMIT progress(permille);
    });
    connect(watcher, &QFutureWatcherBase::finished, this, [watcher, promise] {
        watcher->deleteLater();
        promise->addResult(watcher->isCanceled() || watcher->future().resultCount() == 0
                               ? Result<LeadImportReport>(fail(cancelled()))
                               : watcher->result());
        promise->finish();
    });
    watcher->setFuture(asked);
    m_hangUp = [asked]() mutable { asked.cancel(); };
    return promise->future();
}

void ImportLeads::cancel()
{
    if (const auto hangUp = std::exchange(m_hangUp, nullptr))
        hangUp();
}

} // namespace Holdfast
