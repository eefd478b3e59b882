// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/UploadPiece.h"

#include "crypto/Sha256.h"

#include <QCryptographicHash>

namespace Holdfast {

namespace {

QByteArray digestOf(const QByteArray &bytes, const QByteArray &algorithm)
{
    if (algorithm != "sha256")
        return QCryptographicHash::hash(bytes, QCryptographicHash::Sha1);
    Sha256 hash; // several times as fast as Qt's
    hash.add(bytes);
    return hash.result();
}

} // namespace

Result<UploadPiece> UploadPiece::read(QIODevice &file, qint64 offset, qint64 size, const QByteArray &algorithm)
{
    UploadPiece piece{offset, QByteArray(size, Qt::Uninitialized), {}};
    bool isRead = file.seek(offset);
    for (qint64 done = 0; isRead && done < size;) {
        const qint64 got = file.read(piece.bytes.data() + done, size - done);
        isRead = got > 0;
        done += got;
    }
    if (!isRead)
        return fail(FailureKind::Corrupt,
                    tr("The copy on this computer is damaged, so it was not sent. Attach the original file again."),
                    file.errorString());
    if (!algorithm.isEmpty())
        piece.checksum = algorithm + ' ' + digestOf(piece.bytes, algorithm).toBase64();
    return piece;
}

} // namespace Holdfast
