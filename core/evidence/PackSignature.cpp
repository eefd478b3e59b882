// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence/PackSignature.h"

#include <QList>

namespace Holdfast {

namespace {

QByteArray signedText(const QByteArray &manifest)
{
    return "Holdfast evidence pack v1\n" + manifest;
}

} // namespace

QByteArray PackSignature::text() const
{
    return signer.text() + '\n' + signature.toBase64() + '\n';
}

Result<PackSignature> PackSignature::fromText(const QByteArray &text)
{
    const QList<QByteArray> lines = text.split('\n');
    const Result<CheckpointSigner> signer = CheckpointSigner::fromText(lines.first());
    if (!signer)
        return fail(signer.error());
    const PackSignature signature{*signer, QByteArray::fromBase64(lines.value(1))};
    if (signature.signature.size() != SigningKey::signatureSize || signature.text() != text)
        return fail(FailureKind::Malformed, QStringLiteral("This is no signature of an evidence pack."));
    return signature;
}

bool PackSignature::isOver(const QByteArray &manifest) const
{
    return isSignedBy(signer.publicKey, signedText(manifest), signature);
}

PackSignature signPack(const QByteArray &manifest, const QByteArray &origin, const SigningKey &key)
{
    return {{origin, key.publicKey()}, key.sign(signedText(manifest))};
}

} // namespace Holdfast
