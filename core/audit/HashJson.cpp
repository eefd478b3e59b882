// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/HashJson.h"

#include "audit/MerkleHash.h"

namespace Holdfast {

QJsonArray hashArray(const QList<QByteArray> &hashes)
{
    QJsonArray array;
    for (const QByteArray &hash : hashes)
        array.append(QString::fromLatin1(hash.toBase64()));
    return array;
}

Result<QList<QByteArray>> hashesFrom(const QJsonValue &array)
{
    QList<QByteArray> hashes;
    for (const QJsonValue &one : array.toArray()) {
        const QByteArray hash = QByteArray::fromBase64(one.toString().toLatin1());
        if (hash.size() != merkleHashSize)
            return fail(FailureKind::Malformed, QStringLiteral("A proof holds what is no hash."));
        hashes.append(hash);
    }
    return hashes;
}

} // namespace Holdfast
