// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/QueryFields.h"

#include "api/WholeNumber.h"
#include "contract/Json.h"

#include <QRegularExpression>

#include <limits>

namespace Holdfast {

namespace {

constexpr qsizetype longestText = 200;

} // namespace

QueryFields::QueryFields(const Http::Request &request)
    : m_query(request.query)
{
}

QueryFields::QueryFields(QList<std::pair<QString, QString>> query)
    : m_query(std::move(query))
{
}

void QueryFields::refuse(const QString &name, const QString &expected)
{
    if (!m_failure)
        m_failure = Failure{FailureKind::Malformed,
                            QStringLiteral("The parameter %1 %2.").arg(name.left(longestText), expected),
                            {},
                            std::nullopt};
}

std::optional<QString> QueryFields::text(QLatin1String name)
{
    m_known.insert(name);
    std::optional<QString> found;
    for (const auto &[key, value] : m_query) {
        if (key != name)
            continue;
        if (found)
            refuse(name, QStringLiteral("comes twice"));
        if (value.contains(QChar(0)) || value.size() > longestText)
            refuse(name, QStringLiteral("must be a text of at most %1 characters").arg(longestText));
        found = value;
    }
    return found;
}

std::optional<qint64> QueryFields::number(QLatin1String name, qint64 least, qint64 most)
{
    const auto given = text(name);
    if (!given)
        return std::nullopt;
    const auto number = wholeNumber(*given);
    if (number && *number >= least && *number <= most)
        return number;
    refuse(name, most == std::numeric_limits<qint64>::max()
                     ? QStringLiteral("must be a whole number from %1 on").arg(least)
                     : QStringLiteral("must be a whole number from %1 to %2").arg(least).arg(most));
    return std::nullopt;
}

std::optional<qint64> QueryFields::positive(QLatin1String name)
{
    return number(name, 1, std::numeric_limits<qint64>::max());
}

std::optional<double> QueryFields::part(QLatin1String name)
{
    const auto given = text(name);
    if (!given)
        return std::nullopt;
    // Not all that is a number elsewhere: "1e-1" and "nan" would be, too.
    static const QRegularExpression form(QStringLiteral("\\A[01](\\.[0-9]+)?\\z"),
                                         QRegularExpression::DontCaptureOption);
    const double part = form.match(*given).hasMatch() ? given->toDouble() : -1;
    if (part >= 0 && part <= 1)
        return part;
    refuse(name, QStringLiteral("must be a number from 0 to 1"));
    return std::nullopt;
}

std::optional<bool> QueryFields::truth(QLatin1String name)
{
    const auto given = text(name);
    if (!given)
        return std::nullopt;
    if (*given != QLatin1String("true") && *given != QLatin1String("false"))
        refuse(name, QStringLiteral("must be true or false"));
    return *given == QLatin1String("true");
}

std::optional<QDateTime> QueryFields::time(QLatin1String name, DayEdge edge)
{
    const auto given = text(name);
    if (!given)
        return std::nullopt;
    const QString day = QStringLiteral("T00:00:00Z");
    const bool dateAlone = given->size() == 10 && !given->contains(u'T');
    const Result<QDateTime> time = timeFromIso(dateAlone ? *given + day : *given);
    if (!time) {
        refuse(name, QStringLiteral("must be a time such as 2026-01-15T14:30:00Z"));
        return std::nullopt;
    }
    return dateAlone && edge == DayEdge::Last ? time->addDays(1).addMSecs(-1) : *time;
}

std::optional<QDateTime> QueryFields::timeFrom(QLatin1String name)
{
    return time(name, DayEdge::First);
}

std::optional<QDateTime> QueryFields::timeUntil(QLatin1String name)
{
    return time(name, DayEdge::Last);
}

std::optional<Failure> QueryFields::failure() const
{
    if (m_failure)
        return m_failure;
    for (const auto &[key, value] : m_query)
        if (!m_known.contains(key))
            return Failure{FailureKind::Malformed,
                           QStringLiteral("The parameter %1 is not known here.").arg(key.left(longestText)),
                           {},
                           std::nullopt};
    return std::nullopt;
}

} // namespace Holdfast
