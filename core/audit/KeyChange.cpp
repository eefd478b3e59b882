// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/KeyChange.h"

#include <QJsonDocument>

namespace Holdfast {

namespace {

const QLatin1String oldKey("oldKey");
const QLatin1String newKey("newKey");
const QLatin1String lost("lost");
const QLatin1String firstUnsigned("unsignedFrom");

QJsonValue textOf(const std::optional<CheckpointSigner> &signer)
{
    return signer ? QJsonValue(QString::fromUtf8(signer->text())) : QJsonValue(QJsonValue::Null);
}

std::optional<CheckpointSigner> signerIn(const QJsonValue &text)
{
    const Result<CheckpointSigner> signer = CheckpointSigner::fromText(text.toString().toUtf8());
    return signer ? std::optional(*signer) : std::nullopt;
}

std::optional<KeyChange> keyChangeOf(qint64 entry, const QDateTime &at, const QString &action, const QString &outcome,
                                     const QJsonObject &detail)
{
    const bool isBack = action == QLatin1String(keyBackAction);
    if ((!isBack && action != QLatin1String(keyRotateAction)) || outcome != outcomeName(AuditOutcome::Allowed))
        return std::nullopt;
    KeyChange change;
    change.entry = entry;
    change.at = at;
    change.unsignedFrom = detail.value(firstUnsigned).toInteger();
    if (isBack) {
        change.kind = KeyChange::Kind::Back;
        return change;
    }
    change.kind = detail.value(lost).toBool() ? KeyChange::Kind::Lost : KeyChange::Kind::HandedOver;
    change.from = signerIn(detail.value(oldKey));
    change.to = signerIn(detail.value(newKey));
    const bool isWhole = change.to && (change.from || change.kind == KeyChange::Kind::Lost);
    return isWhole ? std::optional(change) : std::nullopt;
}

} // namespace

QString KeyChange::action() const
{
    return QLatin1String(kind == Kind::Back ? keyBackAction : keyRotateAction);
}

QJsonObject KeyChange::detail() const
{
    switch (kind) {
    case Kind::HandedOver:
        return {{oldKey, textOf(from)}, {newKey, textOf(to)}, {lost, false}};
    case Kind::Lost:
        return {{oldKey, textOf(from)}, {newKey, textOf(to)}, {lost, true}, {firstUnsigned, unsignedFrom}};
    case Kind::Back:
        return {{firstUnsigned, unsignedFrom}};
    }
    Q_UNREACHABLE();
}

std::optional<KeyChange> keyChangeOf(const AuditRow &row)
{
    return keyChangeOf(row.id, QDateTime::fromMSecsSinceEpoch(row.at, Qt::UTC), row.action, row.outcome,
                       QJsonDocument::fromJson(row.detail).object());
}

std::optional<KeyChange> keyChangeOf(const QByteArray &auditLine)
{
    const QJsonObject line = QJsonDocument::fromJson(auditLine).object();
    return keyChangeOf(line.value(QLatin1String("id")).toInteger(),
                       QDateTime::fromString(line.value(QLatin1String("at")).toString(), Qt::ISODateWithMs),
                       line.value(QLatin1String("action")).toString(), line.value(QLatin1String("outcome")).toString(),
                       line.value(QLatin1String("detail")).toObject());
}

} // namespace Holdfast
