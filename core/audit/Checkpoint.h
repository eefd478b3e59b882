// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/MerkleHash.h"
#include "crypto/SigningKey.h"

#include <QByteArray>

namespace Holdfast {

/// What a log stood at: its name, how many leaves it had, and their root.
struct Checkpoint
{
    QByteArray origin; ///< a line, without blanks or "+"
    qint64 size = 0;
    QByteArray root;

    friend bool operator==(const Checkpoint &, const Checkpoint &) = default;
};

/// Who signs a log's checkpoints, as C2SP's signed-note writes it: NAME+ID+KEY, the name being the log's origin.
struct CheckpointSigner
{
    QByteArray name;
    QByteArray publicKey;

    QByteArray text() const;
    static Result<CheckpointSigner> fromText(QByteArrayView text);
    friend bool operator==(const CheckpointSigner &, const CheckpointSigner &) = default;
};

/// The checkpoint as a signed note (c2sp.org/tlog-checkpoint, c2sp.org/signed-note), Ed25519. It is text in UTF-8.
QByteArray signCheckpoint(const Checkpoint &checkpoint, const SigningKey &key);

/// The note with a signature more, under the same name.
QByteArray cosigned(const QByteArray &note, const SigningKey &key);
/// Of a note, whoever they are by; 0 where it is none.
qsizetype signatureCount(QByteArrayView note);

/// The name of a log that nobody else's has: its first key's.
QByteArray logNameOf(const QByteArray &firstPublicKey);

/// What the note says, whoever signed it. Malformed, with a sentence, where it is no checkpoint.
Result<Checkpoint> readCheckpoint(QByteArrayView note);

/// The same where the signer signed it; Forbidden where not. Signatures of others are passed over.
Result<Checkpoint> openCheckpoint(QByteArrayView note, const CheckpointSigner &signer);

/// No checkpoint of ours comes near it.
inline constexpr qsizetype mostCheckpointBytes = 16 * 1024;

} // namespace Holdfast
