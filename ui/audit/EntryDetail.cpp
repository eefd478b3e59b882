// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/EntryDetail.h"

#include "domain/ShownText.h"
#include "look/Text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QMap>

namespace Holdfast {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Holdfast::EntryDetail)
};

const QString beforeField = QStringLiteral("before");
const QString afterField = QStringLiteral("after");

QString textOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return {};
    case QJsonValue::Bool:
        return value.toBool() ? Words::tr("yes") : Words::tr("no");
    case QJsonValue::Double: {
        const qint64 whole = value.toInteger(-1);
        return whole == -1 && value.toDouble() != -1 ? QLocale().toString(value.toDouble()) : QString::number(whole);
    }
    case QJsonValue::String:
        return shownText(value.toString());
    case QJsonValue::Array: {
        QStringList parts;
        for (const QJsonValue &part : value.toArray())
            parts.append(textOf(part));
        return parts.join(QStringLiteral(", "));
    }
    case QJsonValue::Object:
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    }
    Q_UNREACHABLE();
}

/// The contract calls its moments so.
bool isMoment(const QString &name)
{
    return name.endsWith(QStringLiteral("At")) || name.endsWith(QStringLiteral("callDate"));
}

QString shownAs(const QString &name, const QJsonValue &value)
{
    if (isMoment(name) && value.isString())
        if (const QDateTime at = QDateTime::fromString(value.toString(), Qt::ISODateWithMs); at.isValid())
            return exactTimeText(at);
    return textOf(value);
}

/// The values of an object by their names, those within others too.
void spread(const QJsonValue &value, const QString &name, QMap<QString, QString> &into)
{
    if (!value.isObject()) {
        if (const QString text = shownAs(name, value); !text.isEmpty())
            into.insert(name, text);
        return;
    }
    const QJsonObject object = value.toObject();
    for (auto part = object.begin(); part != object.end(); ++part)
        spread(part.value(), name.isEmpty() ? part.key() : name + u'.' + part.key(), into);
}

} // namespace

QList<DetailLine> detailLines(const QJsonObject &detail)
{
    QMap<QString, QString> before;
    QMap<QString, QString> after;
    QMap<QString, QString> told;
    spread(detail.value(beforeField), {}, before);
    spread(detail.value(afterField), {}, after);
    QJsonObject rest = detail;
    rest.remove(beforeField);
    rest.remove(afterField);
    spread(rest, {}, told);
    QList<DetailLine> lines;
    QStringList fields = before.keys();
    for (auto field = after.keyBegin(); field != after.keyEnd(); ++field)
        if (!before.contains(*field))
            fields.append(*field);
    fields.sort();
    for (const QString &field : std::as_const(fields))
        if (before.value(field) != after.value(field))
            lines.append({field, before.value(field), after.value(field), true});
    for (auto one = told.cbegin(); one != told.cend(); ++one)
        lines.append({one.key(), {}, one.value(), false});
    return lines;
}

} // namespace Holdfast
