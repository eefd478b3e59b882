// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/JsonFields.h"

#include "contract/Json.h"

#include <limits>

namespace Holdfast {

JsonFields::JsonFields(QJsonObject json, QString within)
    : m_json(std::move(json))
    , m_within(std::move(within))
{
}

bool JsonFields::has(QLatin1String name) const
{
    return m_json.contains(name);
}

bool JsonFields::isNull(QLatin1String name) const
{
    return m_json.value(name).isNull() || m_json.value(name).isUndefined();
}

QJsonValue JsonFields::valueOf(QLatin1String name)
{
    m_asked.insert(name);
    return m_failure ? QJsonValue(QJsonValue::Undefined) : m_json.value(name);
}

void JsonFields::refuse(QLatin1String name, const QString &expected)
{
    if (!m_failure)
        m_failure = Failure{FailureKind::Malformed,
                            QStringLiteral("The field %1%2 must be %3.").arg(m_within, name, expected),
                            {},
                            std::nullopt};
}

void JsonFields::refuseOthers()
{
    for (auto field = m_json.begin(); field != m_json.end() && !m_failure; ++field)
        if (!m_asked.contains(field.key()))
            m_failure =
                Failure{FailureKind::Malformed,
                        QStringLiteral("The field %1%2 is not known here.").arg(m_within, field.key().left(100)),
                        {},
                        std::nullopt};
}

QString JsonFields::text(QLatin1String name)
{
    const QJsonValue value = valueOf(name);
    if (!value.isString() || value.toString().contains(QChar(0)))
        refuse(name, QStringLiteral("a text"));
    return value.toString();
}

std::optional<QDateTime> JsonFields::timeOrNull(QLatin1String name)
{
    return isNull(name) ? std::nullopt : std::optional(time(name));
}

QString JsonFields::textOrNull(QLatin1String name)
{
    const QJsonValue value = valueOf(name);
    return value.isNull() || value.isUndefined() ? QString() : text(name);
}

bool JsonFields::truth(QLatin1String name)
{
    const QJsonValue value = valueOf(name);
    if (!value.isBool())
        refuse(name, QStringLiteral("true or false"));
    return value.toBool();
}

std::optional<qint64> JsonFields::integer(QLatin1String name, const QJsonValue &value, qint64 least)
{
    // toInteger answers its default for a fraction, for what is beyond 64 bits and for another type.
    const qint64 number = value.toInteger(std::numeric_limits<qint64>::min());
    if (number >= least)
        return number;
    refuse(name, least > 0 ? QStringLiteral("a positive whole number") : QStringLiteral("a whole number"));
    return std::nullopt;
}

qint64 JsonFields::number(QLatin1String name)
{
    return integer(name, valueOf(name), std::numeric_limits<qint64>::min() + 1).value_or(0);
}

std::optional<qint64> JsonFields::numberOrNull(QLatin1String name)
{
    const QJsonValue value = valueOf(name);
    if (value.isNull() || value.isUndefined())
        return std::nullopt;
    return integer(name, value, std::numeric_limits<qint64>::min() + 1);
}

double JsonFields::fraction(QLatin1String name)
{
    const QJsonValue value = valueOf(name);
    if (!value.isDouble())
        refuse(name, QStringLiteral("a number"));
    return value.toDouble();
}

int JsonFields::count(QLatin1String name)
{
    constexpr int most = std::numeric_limits<int>::max();
    const qint64 number = this->number(name);
    if (number >= 0 && number <= most)
        return static_cast<int>(number);
    refuse(name, QStringLiteral("a whole number from 0 to %1").arg(most));
    return 0;
}

qint64 JsonFields::positive(QLatin1String name)
{
    return integer(name, valueOf(name), 1).value_or(0);
}

std::optional<qint64> JsonFields::positiveOrNull(QLatin1String name)
{
    const QJsonValue value = valueOf(name);
    if (value.isNull() || value.isUndefined())
        return std::nullopt;
    return integer(name, value, 1);
}

QDateTime JsonFields::time(QLatin1String name)
{
    const Result<QDateTime> time = timeFromIso(valueOf(name).toString());
    if (time)
        return *time;
    refuse(name, QStringLiteral("a time such as 2026-01-15T14:30:00Z"));
    return {};
}

QJsonArray JsonFields::list(QLatin1String name)
{
    const QJsonValue value = valueOf(name);
    if (!value.isArray())
        refuse(name, QStringLiteral("a list"));
    return value.toArray();
}

JsonFields JsonFields::object(QLatin1String name)
{
    const QJsonValue value = valueOf(name);
    if (!value.isObject())
        refuse(name, QStringLiteral("an object"));
    return JsonFields(value.toObject(), m_within + name + u'.');
}

void JsonFields::adopt(const JsonFields &inner)
{
    if (!m_failure)
        m_failure = inner.m_failure;
}

} // namespace Holdfast
