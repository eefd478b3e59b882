// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/SecretKey.h"

#include <QIODevice>

#include <memory>

namespace Holdfast {

/// The plain bytes of a Cobblestone-256 file as a read-only, random-access, unbuffered device. Every chunk is
/// authenticated before a byte of it is given out; a chunk that is not what was written ends the read with -1,
/// errorString() says why and corrupt() is true. Opens and reads only the chunks that are asked for. Not thread-safe;
/// any one thread at a time.
class SealedReader : public QIODevice
{
    Q_OBJECT
    /// For readers that know a QIODevice and nothing of sealing, such as the media library's.
    Q_PROPERTY(bool corrupt READ corrupt)
public:
    /// Checks header, commitment, length and last chunk. Corrupt where the key, the context or the file is not the one
    /// that was written, truncated files included. The device must be open for reading and random-access.
    static Result<std::unique_ptr<SealedReader>> open(std::unique_ptr<QIODevice> from, const SecretKey &key,
                                                      QByteArrayView context);
    ~SealedReader() override;

    qint64 size() const override; ///< plain bytes
    bool isSequential() const override;
    bool seek(qint64 position) override;
    bool corrupt() const; ///< true once a read met bytes that are not the ones that were written

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 maxSize) override;

private:
    struct State;
    explicit SealedReader(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state;
};

} // namespace Holdfast
