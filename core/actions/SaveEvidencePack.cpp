// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/SaveEvidencePack.h"

#include "crypto/Sha256.h"
#include "domain/WhenFinished.h"
#include "local/BesideFile.h"
#include "local/DurableFile.h"

#include <QtConcurrentRun>

#include <array>

namespace Holdfast {

namespace {

Result<QByteArray> hashOf(QFile &file)
{
    Sha256 hash;
    std::array<char, 64 * 1024> buffer;
    if (!file.seek(0))
        return fail(FailureKind::Unreachable, file.errorString());
    for (;;) {
        const qint64 got = file.read(buffer.data(), buffer.size());
        if (got < 0)
            return fail(FailureKind::Unreachable, file.errorString());
        if (got == 0)
            return hash.result();
        hash.add({buffer.data(), got});
    }
}

SaveEvidencePack::Saved verify(QFile &file, const PackTrust &trust)
{
    Result<PackReport> report = PackVerification::run(file, trust);
    if (!report)
        return fail(report.error());
    if (!report->isIntact())
        return fail(FailureKind::Corrupt, packSentences(*report).join(u'\n'));
    Result<QByteArray> hash = hashOf(file);
    if (!hash)
        return fail(hash.error());
    return SavedPack{std::move(*report), file.size(), std::move(*hash)};
}

/// Pool thread. What does not verify is not kept.
SaveEvidencePack::Saved verifyAndName(const QString &beside, const QString &path, const PackTrust &trust)
{
    QFile file(beside);
    if (!file.open(QIODevice::ReadWrite))
        return fail(FailureKind::Unreachable,
                    SaveEvidencePack::tr("The pack can't be read again: %1").arg(file.errorString()));
    const SaveEvidencePack::Saved saved = verify(file, trust);
    const Done named = saved ? syncAndRename(file, path) : fail(saved.error());
    if (named)
        return saved;
    BesideFile::remove(file);
    return fail(named.error().kind, SaveEvidencePack::tr("No pack was saved. %1").arg(named.error().message));
}

} // namespace

SaveEvidencePack::SaveEvidencePack(ApiClient &api, QObject *parent)
    : QObject(parent)
    , m_calls(api)
{
}

SaveEvidencePack::~SaveEvidencePack()
{
    cancel();
}

QFuture<SaveEvidencePack::Saved> SaveEvidencePack::save(EvidenceSubject subject, const QByteArray &kept,
                                                        const QString &path)
{
    cancel();
    m_promise = std::make_unique<QPromise<Saved>>();
    m_promise->start();
    const QFuture<Saved> future = m_promise->future();
    EvidenceRequest request{subject, std::nullopt};
    m_trust.checkpoint = kept;
    m_path = path;
    if (!kept.isEmpty()) {
        const Result<Checkpoint> checkpoint = readCheckpoint(kept);
        if (!checkpoint) {
            answer(fail(checkpoint.error()));
            return future;
        }
        request.checkpointSize = checkpoint->size;
    }
    m_beside.setFileName(BesideFile::pathFor(path));
    if (!m_beside.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        answer(fail(FailureKind::Unreachable, tr("The pack can't be written there: %1").arg(m_beside.errorString())));
        return future;
    }
    m_transfer = m_calls.make(request, m_beside);
    connect(m_transfer.get(), &Transfer::progress, this, &SaveEvidencePack::progress);
    connect(m_transfer.get(), &Transfer::downloaded, this, &SaveEvidencePack::arrived);
    connect(m_transfer.get(), &Transfer::failed, this, &SaveEvidencePack::giveUp);
    return future;
}

void SaveEvidencePack::cancel()
{
    if (!m_promise)
        return;
    m_transfer.reset();
    giveUp({FailureKind::Cancelled, tr("Stopped. No pack was saved."), {}, {}});
}

void SaveEvidencePack::arrived()
{
    if (!m_beside.flush()) {
        giveUp(
            {FailureKind::StorageFull, tr("The pack can't be written there: %1").arg(m_beside.errorString()), {}, {}});
        return;
    }
    m_beside.close();
    m_transfer.release()->deleteLater(); // it is the sender
    Q_EMIT verifying();
    const std::shared_ptr<QPromise<Saved>> promise = std::move(m_promise);
    const auto verified = QtConcurrent::run(
        [beside = m_beside.fileName(), path = m_path, trust = m_trust] { return verifyAndName(beside, path, trust); });
    whenFinished(verified, this, [promise](const Saved &saved) {
        promise->addResult(saved);
        promise->finish();
    });
}

void SaveEvidencePack::giveUp(const Failure &failure)
{
    if (m_transfer)
        m_transfer.release()->deleteLater(); // it is the sender
    BesideFile::remove(m_beside);
    answer(fail(failure));
}

void SaveEvidencePack::answer(const Saved &saved)
{
    m_promise->addResult(saved);
    m_promise->finish();
    m_promise.reset();
}

} // namespace Holdfast
