// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/SealedWriter.h"
#include "crypto/Sha256.h"
#include "domain/Ids.h"
#include "vault/Disk.h"
#include "vault/StagedFile.h"

#include <QDate>

namespace Holdfast {

/// The vault's StagedFile: incoming/<name> while it grows, recordings/<filePath> once it is committed.
class SealedStaging : public StagedFile
{
public:
    struct Place
    {
        QString incomingFile;
        QString recordingsFolder;
        RecordingId id;
        QDate day;
    };

    static Result<std::unique_ptr<StagedFile>> begin(Disk &disk, Place place);
    ~SealedStaging() override;

    Done write(QByteArrayView plain) override;
    qint64 plainSize() const override;
    Result<QByteArray> finish() override;
    Result<std::unique_ptr<QIODevice>> reader() override;
    Result<QString> commit(MediaFormat format) override;
    const SecretKey &key() const override;

private:
    enum class Phase { Receiving, Finished, Committed, Failed };

    SealedStaging(Disk &disk, Place place, SecretKey key, std::unique_ptr<DiskFile> file);
    Failure failed(const Failure &failure);
    Done makeDayFolder(const QString &day);
    Done moveTo(const QString &day, const QString &target);

    Disk &m_disk;
    const Place m_place;
    const SecretKey m_key;
    Phase m_phase = Phase::Receiving;
    QString m_path; // where the file lies now
    std::unique_ptr<DiskFile> m_file;
    std::unique_ptr<SealedWriter> m_writer;
    qint64 m_plainSize = 0;
    Sha256 m_sha256;
};

} // namespace Holdfast
