// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/SealedWriter.h"
#include "crypto/Sha256.h"

#include <QFile>
#include <QIODevice>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace Holdfast {

/// Takes the plain bytes of one file for the sealed cache as they come, seals and hashes them in one pass. They lie
/// beside their place until commit(); destroyed without it, nothing is left. Any one thread at a time.
class SealedCacheWriter : public QIODevice
{
    Q_OBJECT
public:
    struct Sealed
    {
        qint64 size = 0;
        QByteArray sha256;
    };

    /// Calls the second once there is room for so many bytes; what it answers is the outcome.
    using Admit = std::function<Done(qint64 sealedBytes, const std::function<Done()> &place)>;
    static Result<std::unique_ptr<SealedCacheWriter>> begin(const QString &path, const SecretKey &key,
                                                            QByteArrayView context, Admit admit = {});
    ~SealedCacheWriter() override;

    /// The last chunk, sync, rename, sync of the folder. Slow: pool thread. Where an expected SHA-256 is given and the
    /// bytes are not those, Corrupt, and nothing is kept.
    Result<Sealed> commit(const QByteArray &expectedSha256 = {});

    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    SealedCacheWriter(QString path, Admit admit);
    Failure storingFailed(Failure cause) const;

    QString m_path;
    QFile m_part;
    Admit m_admit;
    std::unique_ptr<SealedWriter> m_sealing;
    Sha256 m_sha256;
    std::optional<Failure> m_failure; ///< of an earlier write: a gap must never be committed
    bool m_committed = false;
};

} // namespace Holdfast
