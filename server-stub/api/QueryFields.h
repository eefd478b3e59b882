// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"
#include "http/Request.h"

#include <QDateTime>
#include <QSet>

#include <optional>

namespace Holdfast {

/// Reads a request's query strictly: a parameter that is malformed, comes twice, or that nobody asked for becomes the
/// failure, which names it. A reader asks for all it knows, then checks failure() once.
class QueryFields
{
public:
    explicit QueryFields(const Http::Request &request);
    explicit QueryFields(QList<std::pair<QString, QString>> query);

    std::optional<QString> text(QLatin1String name);
    std::optional<qint64> positive(QLatin1String name); ///< for ids
    std::optional<qint64> number(QLatin1String name, qint64 least, qint64 most);
    std::optional<double> part(QLatin1String name); ///< of a whole: from 0 to 1, in decimal digits
    std::optional<bool> truth(QLatin1String name);  ///< true or false
    /// A time; a date alone is the day's first moment.
    std::optional<QDateTime> timeFrom(QLatin1String name);
    /// A time; a date alone is the day's last millisecond, so that the day is included.
    std::optional<QDateTime> timeUntil(QLatin1String name);

    /// For a value that only its reader can judge: "The parameter NAME EXPECTED." becomes the failure.
    void refuse(const QString &name, const QString &expected);

    std::optional<Failure> failure() const;

private:
    enum class DayEdge { First, Last };
    std::optional<QDateTime> time(QLatin1String name, DayEdge edge);

    QList<std::pair<QString, QString>> m_query;
    QSet<QString> m_known;
    std::optional<Failure> m_failure;
};

} // namespace Holdfast
