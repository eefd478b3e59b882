// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/EvidenceJson.h"
#include "evidence/PackVerification.h"
#include "sync/EvidencePackCalls.h"

#include <QFile>
#include <QPromise>

namespace Holdfast {

/// A pack as it lies on the disk, and what was found out about it.
struct SavedPack
{
    PackReport report; ///< intact, with its manifest
    qint64 size = 0;   ///< bytes of the file
    QByteArray sha256; ///< of the file; 32 bytes
};

/// Has the server make an evidence pack, and saves it once it is here and verifies: otherwise there is no file. UI
/// thread; the verification runs in the pool.
class SaveEvidencePack : public QObject
{
    Q_OBJECT
public:
    using Saved = Result<SavedPack>;

    explicit SaveEvidencePack(ApiClient &api, QObject *parent = nullptr);
    ~SaveEvidencePack() override; ///< ends what is under way

    /// One at a time. What the pack itself says is missing is in the report, and no failure. `kept`: a checkpoint that
    /// was kept, that the pack is compared with; empty: none.
    QFuture<Saved> save(EvidenceSubject subject, const QByteArray &kept, const QString &path);
    void cancel(); ///< too late once the whole pack has come

Q_SIGNALS:
    void progress(qint64 bytes); ///< that came
    void verifying();            ///< all of it has come

private:
    void arrived();
    void giveUp(const Failure &failure);
    void answer(const Saved &saved);

    EvidencePackCalls m_calls;
    PackTrust m_trust;
    QString m_path;
    QFile m_beside;
    std::unique_ptr<QPromise<Saved>> m_promise; ///< of the one under way
    std::unique_ptr<Transfer> m_transfer;       ///< writes to m_beside
};

} // namespace Holdfast
