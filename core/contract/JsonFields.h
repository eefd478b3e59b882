// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace Holdfast {

/// Reads the fields of an object strictly: a field must be there and of its type. The first that is not becomes the
/// failure, which names it; every read after that answers an empty value, so that a reader checks once, at its end.
/// Fields that nobody asks for are passed over: the contract may grow.
class JsonFields
{
public:
    explicit JsonFields(QJsonObject json, QString within = {});

    QString text(QLatin1String name);
    QString textOrNull(QLatin1String name); ///< empty where it is null or not there
    bool has(QLatin1String name) const;     ///< be it null
    bool isNull(QLatin1String name) const;  ///< or not there
    bool truth(QLatin1String name);
    qint64 number(QLatin1String name); ///< an integer that 64 bits hold
    std::optional<qint64> numberOrNull(QLatin1String name);
    std::optional<QDateTime> timeOrNull(QLatin1String name);
    double fraction(QLatin1String name); ///< any number
    int count(QLatin1String name);       ///< from 0 on, and as much as an int holds
    qint64 positive(QLatin1String name); ///< for ids
    std::optional<qint64> positiveOrNull(QLatin1String name);
    QDateTime time(QLatin1String name);
    QJsonArray list(QLatin1String name);
    JsonFields object(QLatin1String name); ///< its failure must be handed back with adopt()
    void adopt(const JsonFields &inner);

    /// Records that a field, though there, is not one of the values it may have.
    void refuse(QLatin1String name, const QString &expected);
    /// For a request, whose every field must mean something: refuses those that nobody asked for, a misspelt one too.
    void refuseOthers();

    const std::optional<Failure> &failure() const { return m_failure; }

private:
    QJsonValue valueOf(QLatin1String name);
    std::optional<qint64> integer(QLatin1String name, const QJsonValue &value, qint64 least);

    QJsonObject m_json;
    QSet<QString> m_asked;
    QString m_within; ///< "metadata." for the fields of metadata
    std::optional<Failure> m_failure;
};

/// The revision of what is changed on the revision one knows; 0 where the server tells none.
inline qint64 revisionIn(JsonFields &fields)
{
    const qint64 revision = fields.numberOrNull(QLatin1String("revision")).value_or(0);
    if (revision < 0)
        fields.refuse(QLatin1String("revision"), QStringLiteral("a number from 0 on"));
    return std::max<qint64>(revision, 0);
}

} // namespace Holdfast
