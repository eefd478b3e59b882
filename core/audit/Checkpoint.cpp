// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/Checkpoint.h"

#include "crypto/Sha256.h"

#include <QList>

#include <algorithm>

namespace Holdfast {

namespace {

constexpr char ed25519 = 1; // the signature's kind in a key's id
constexpr qsizetype keyIdSize = 4;
constexpr QByteArrayView dash("\xe2\x80\x94 "); // an em dash and a blank begin each signature
constexpr qsizetype mostDigits = 18;            // no log has more leaves

QByteArray keyId(const CheckpointSigner &signer)
{
    Sha256 hash;
    hash.add(signer.name);
    hash.add("\n");
    hash.add({&ed25519, 1});
    hash.add(signer.publicKey);
    return hash.result().first(keyIdSize);
}

bool isName(QByteArrayView name)
{
    return !name.isEmpty() && std::none_of(name.begin(), name.end(), [](char c) {
        return static_cast<unsigned char>(c) <= ' ' || c == '+' || c == '\x7f';
    });
}

/// Strictly: what is written anew must read the same.
QByteArray fromBase64(const QByteArray &text)
{
    const QByteArray bytes = QByteArray::fromBase64(text);
    return bytes.toBase64() == text ? bytes : QByteArray();
}

tl::unexpected<Failure> noCheckpoint()
{
    return fail(
        FailureKind::Malformed,
        QStringLiteral("This is no checkpoint of an audit log. Give the text as the server gave it out, whole."));
}

/// The text that is signed, with its last line's end, and the lines of signatures.
struct Note
{
    QByteArray text;
    QList<QByteArray> signatures;
};

Result<Note> splitNote(QByteArrayView bytes)
{
    const QByteArray note = bytes.toByteArray();
    const qsizetype gap = note.lastIndexOf("\n\n");
    if (note.size() > mostCheckpointBytes || gap < 0 || !note.endsWith('\n') || note.contains('\r'))
        return noCheckpoint();
    QList<QByteArray> signatures = note.mid(gap + 2).split('\n');
    signatures.removeLast(); // behind the last line's end
    return Note{note.first(gap + 1), signatures};
}

Result<Checkpoint> checkpointFromText(const QByteArray &text)
{
    const QList<QByteArray> lines = text.split('\n'); // the last is empty; there may be more of others' before it
    if (lines.size() < 4 || !isName(lines[0]))
        return noCheckpoint();
    const QByteArray &digits = lines[1];
    const bool isNumber = !digits.isEmpty() && digits.size() <= mostDigits && (digits == "0" || digits[0] != '0') &&
                          std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    const QByteArray root = fromBase64(lines[2]);
    if (!isNumber || root.size() != merkleHashSize)
        return noCheckpoint();
    return Checkpoint{lines[0], digits.toLongLong(), root};
}

QByteArray signatureLine(const QByteArray &name, const QByteArray &text, const SigningKey &key)
{
    return dash.toByteArray() + name + ' ' + (keyId({name, key.publicKey()}) + key.sign(text)).toBase64() + '\n';
}

} // namespace

QByteArray CheckpointSigner::text() const
{
    return name + '+' + keyId(*this).toHex() + '+' + (ed25519 + publicKey).toBase64();
}

Result<CheckpointSigner> CheckpointSigner::fromText(QByteArrayView text)
{
    const QByteArray line = text.toByteArray().trimmed();
    const qsizetype first = line.indexOf('+');
    const qsizetype second = line.indexOf('+', first + 1);
    const QByteArray key = second < 0 ? QByteArray() : fromBase64(line.mid(second + 1));
    const CheckpointSigner signer{line.first(std::max<qsizetype>(first, 0)), key.mid(1)};
    if (!isName(signer.name) || !key.startsWith(ed25519) || key.size() != 1 + SigningKey::publicSize ||
        line.mid(first + 1, second - first - 1) != keyId(signer).toHex())
        return fail(FailureKind::Malformed, QStringLiteral("This is no key of an audit log."));
    return signer;
}

QByteArray signCheckpoint(const Checkpoint &checkpoint, const SigningKey &key)
{
    const QByteArray text =
        checkpoint.origin + '\n' + QByteArray::number(checkpoint.size) + '\n' + checkpoint.root.toBase64() + '\n';
    return text + '\n' + signatureLine(checkpoint.origin, text, key);
}

QByteArray cosigned(const QByteArray &note, const SigningKey &key)
{
    const QByteArray text = note.first(note.lastIndexOf("\n\n") + 1);
    return note + signatureLine(text.first(text.indexOf('\n')), text, key);
}

qsizetype signatureCount(QByteArrayView note)
{
    const Result<Note> parts = splitNote(note);
    return parts ? parts->signatures.size() : 0;
}

QByteArray logNameOf(const QByteArray &firstPublicKey)
{
    Sha256 hash;
    hash.add(firstPublicKey);
    return "holdfast-audit/" + hash.result().first(8).toHex();
}

Result<Checkpoint> readCheckpoint(QByteArrayView note)
{
    const Result<Note> parts = splitNote(note);
    if (!parts)
        return fail(parts.error());
    return checkpointFromText(parts->text);
}

Result<Checkpoint> openCheckpoint(QByteArrayView note, const CheckpointSigner &signer)
{
    const Result<Note> parts = splitNote(note);
    if (!parts)
        return fail(parts.error());
    const QByteArray ours = dash.toByteArray() + signer.name + ' ';
    const QByteArray id = keyId(signer);
    const bool isSigned = std::any_of(parts->signatures.begin(), parts->signatures.end(), [&](const QByteArray &line) {
        if (!line.startsWith(ours))
            return false;
        const QByteArray signature = fromBase64(line.mid(ours.size()));
        return signature.startsWith(id) && isSignedBy(signer.publicKey, parts->text, signature.mid(keyIdSize));
    });
    const Result<Checkpoint> checkpoint = checkpointFromText(parts->text);
    if (!checkpoint)
        return checkpoint;
    if (!isSigned || checkpoint->origin != signer.name)
        return fail(FailureKind::Forbidden,
                    QStringLiteral("The checkpoint was not signed by this log's key, or was changed since."));
    return checkpoint;
}

} // namespace Holdfast
