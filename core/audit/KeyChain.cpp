// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/KeyChain.h"

#include "audit/HashJson.h"
#include "audit/MerkleProof.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace Holdfast {

namespace {

tl::unexpected<Failure> noHandover()
{
    return fail(FailureKind::Malformed, QStringLiteral("This does not prove that one key of an audit log took over "
                                                       "from another."));
}

tl::unexpected<Failure> noChain()
{
    return fail(FailureKind::Malformed, QStringLiteral("These are no keys of an audit log."));
}

Result<KeyHandover> handoverFrom(const QJsonObject &json)
{
    return hashesFrom(json.value(QLatin1String("hashes"))).map([&json](const QList<QByteArray> &hashes) {
        return KeyHandover{json.value(QLatin1String("line")).toString().toUtf8(),
                           json.value(QLatin1String("checkpoint")).toString().toUtf8(), hashes};
    });
}

} // namespace

Result<KeyHandover::Proven> KeyHandover::check() const
{
    const std::optional<KeyChange> change = keyChangeOf(line);
    if (!change || !change->to)
        return noHandover();
    const Result<Checkpoint> log = openCheckpoint(checkpoint, *change->to);
    const bool isIn = log && change->entry > 0 && change->entry <= log->size &&
                      provesInclusion(hashes, change->entry - 1, log->size, merkleLeafHash(line), log->root);
    const bool mustVouch = change->kind != KeyChange::Kind::Lost;
    if (!isIn || (mustVouch && !openCheckpoint(checkpoint, *change->from)))
        return noHandover();
    return Proven{*change, log->size};
}

bool KeyChain::leads(const CheckpointSigner &from, const CheckpointSigner &to) const
{
    CheckpointSigner reached = from;
    for (const KeyHandover &handover : handovers) {
        if (reached == to)
            return true;
        const Result<KeyHandover::Proven> proven = handover.check();
        if (proven && proven->change.kind == KeyChange::Kind::HandedOver && *proven->change.from == reached)
            reached = *proven->change.to;
    }
    return reached == to;
}

bool KeyChain::had(const CheckpointSigner &signer, qint64 logSize) const
{
    if (signer == current)
        return true;
    return std::any_of(handovers.begin(), handovers.end(), [&](const KeyHandover &handover) {
        const Result<KeyHandover::Proven> proven = handover.check();
        return proven && proven->change.from == signer && logSize <= proven->logSize;
    });
}

QList<CheckpointSigner> KeyChain::signers() const
{
    QList<CheckpointSigner> signers{current};
    for (auto handover = handovers.rbegin(); handover != handovers.rend(); ++handover)
        if (const Result<KeyHandover::Proven> proven = handover->check(); proven && proven->change.from)
            signers.append(*proven->change.from);
    return signers;
}

QJsonObject KeyChain::json() const
{
    QJsonArray array;
    for (const KeyHandover &handover : handovers) {
        const std::optional<KeyChange> change = keyChangeOf(handover.line);
        array.append(QJsonObject{{QLatin1String("entry"), change ? change->entry : 0},
                                 {QLatin1String("line"), QString::fromUtf8(handover.line)},
                                 {QLatin1String("checkpoint"), QString::fromUtf8(handover.checkpoint)},
                                 {QLatin1String("hashes"), hashArray(handover.hashes)}});
    }
    return {{QLatin1String("current"), QString::fromUtf8(current.text())}, {QLatin1String("handovers"), array}};
}

QByteArray KeyChain::text() const
{
    return QJsonDocument(json()).toJson(QJsonDocument::Compact) + '\n';
}

Result<KeyChain> KeyChain::fromText(const QByteArray &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text);
    const QJsonObject object = document.object();
    const Result<CheckpointSigner> current =
        CheckpointSigner::fromText(object.value(QLatin1String("current")).toString().toUtf8());
    if (text.size() > mostKeyChainBytes || !current || !object.value(QLatin1String("handovers")).isArray())
        return noChain();
    KeyChain chain{*current, {}};
    for (const QJsonValue &one : object.value(QLatin1String("handovers")).toArray()) {
        const Result<KeyHandover> handover = handoverFrom(one.toObject());
        if (!handover)
            return noChain();
        chain.handovers.append(*handover);
    }
    return chain;
}

} // namespace Holdfast
