// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/Checkpoint.h"

namespace Holdfast {

/// The signature over a pack's manifest, by the key that signs the audit log's checkpoints. Two lines: who signs, as
/// CheckpointSigner writes it, and in Base64 the Ed25519 signature of "Holdfast evidence pack v1\n" and the manifest's
/// bytes. No checkpoint begins so, for its first line has no blanks: neither can be taken for the other.
struct PackSignature
{
    CheckpointSigner signer;
    QByteArray signature;

    QByteArray text() const;
    /// Malformed where it is none.
    static Result<PackSignature> fromText(const QByteArray &text);
    bool isOver(const QByteArray &manifest) const;
};

PackSignature signPack(const QByteArray &manifest, const QByteArray &origin, const SigningKey &key);

inline constexpr qint64 mostSignatureBytes = 4096;

} // namespace Holdfast
