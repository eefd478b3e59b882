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
    const QFileInfo info(path);
    const QString name = info.fileName();
    QFile file(path);
    if (info.isDir())
        return unfit(ImportLeads::tr("%1 is a folder. Choose a CSV file.").arg(name));
    if (info.exists() && !info.isFile()) // it might never end, or never begin
        return unfit(ImportLeads::tr("%1 is a pipe or a device, not a file. Save what comes from it as a CSV file, and "
                                     "choose that.")
                         .arg(name));
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
    m_isImporting = false;
    const auto stopped = std::make_shared<bool>(false);
    m_hangUp = [stopped] { *stopped = true; };
    const QFuture<Result<QByteArray>> read = QtConcurrent::run(readFile, path);
    whenFinished(read, this, [this, stopped, answer](const Result<QByteArray> &bytes) {
        if (*stopped)
            return answer(fail(cancelled()));
        if (!bytes) {
            m_hangUp = nullptr;
            return answer(fail(bytes.error()));
        }
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
    m_isImporting = mode == ApiClient::LeadImportMode::Import;
    Answer asked = m_api.importLeads(m_file, mode);
    auto promise = std::make_shared<QPromise<Result<LeadImportReport>>>();
    promise->start();
    auto *watcher = new QFutureWatcher<Result<LeadImportReport>>(this);
    connect(watcher, &QFutureWatcherBase::progressValueChanged, this, [this](int permille) {
        m_isSent = permille >= wholeProgress;
        Q_EMIT progress(permille);
    });
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, promise] {
        watcher->deleteLater();
        const bool isStopped = watcher->isCanceled() || watcher->future().resultCount() == 0;
        if (!isStopped)
            m_hangUp = nullptr; // nothing is under way any more
        Result<LeadImportReport> report = isStopped ? fail(cancelled()) : watcher->result();
        if (!isStopped && !report && report.error().kind == FailureKind::Unreachable)
            report = fail(cutOff(report.error()));
        promise->addResult(std::move(report));
        promise->finish();
    });
    watcher->setFuture(asked);
    m_hangUp = [asked]() mutable { asked.cancel(); };
    return promise->future();
}

QString ImportLeads::cancel()
{
    const auto hangUp = std::exchange(m_hangUp, nullptr);
    if (!hangUp)
        return {};
    hangUp();
    return cancelled().message;
}

/// What the network was given last may have arrived before anybody here hears of it, so that nothing is certain once an
/// import has begun.
Failure ImportLeads::cancelled() const
{
    const QString sentence =
        !m_isImporting ? tr("Stopped. Nothing was imported.")
        : m_isSent     ? tr("Stopped, but the server had the whole file already and may import it all the same. Look "
                                "again: what it did import is there then.")
                   : tr("Stopped while the file was sent. Should the server have had all of it by then, it imports it "
                        "all the same; else nothing. Look again: what it did import is there then.");
    return {FailureKind::Cancelled, sentence, {}, {}};
}

/// What the wire says of a failure speaks of recordings that wait here; nothing of an import does.
Failure ImportLeads::cutOff(Failure failure) const
{
    failure.message =
        !m_isImporting ? tr("The server can't be reached. Nothing was imported.")
        : m_isSent     ? tr("The server can't be reached any more. It had the whole file already and may have imported "
                                "it. Look again once it is back: what it did import is there then.")
                       : tr("The server can't be reached any more. Should it have had all of the file by then, it has "
                                "imported it; else nothing. Look again once it is back.");
    return failure;
}

} // namespace Holdfast
