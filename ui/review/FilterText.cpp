// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/FilterText.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace Holdfast {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Holdfast::FilterText)
public:
    static QString noDay(const QString &text)
    {
        return tr("“%1” is no day. Write it as 2026-11-20.").arg(text.left(longestQuoted));
    }
    static QString noLength(const QString &text)
    {
        return tr("“%1” is no length. Write minutes, as 3, or minutes and seconds, as 3:07.")
            .arg(text.left(longestQuoted));
    }

private:
    static constexpr int longestQuoted = 40;
};

/// Short forms write the year with two digits, and mean one of these days.
QDate inThisAge(QDate day)
{
    constexpr int firstYear = 1970;
    return day.isValid() && day.year() < firstYear ? day.addYears(100) : day;
}

} // namespace

Result<std::optional<QDate>> dayFromText(const QString &text, const QLocale &locale)
{
    const QString typed = text.trimmed();
    if (typed.isEmpty())
        return std::optional<QDate>();
    QDate day = QDate::fromString(typed, Qt::ISODate);
    for (const QString &form : {locale.dateFormat(QLocale::ShortFormat), QStringLiteral("d.M.yyyy")})
        if (!day.isValid())
            day = inThisAge(locale.toDate(typed, form));
    if (!day.isValid())
        return fail(FailureKind::Malformed, Words::noDay(typed));
    return day;
}

Result<std::optional<std::chrono::seconds>> lengthFromText(const QString &text)
{
    const QString typed = text.trimmed();
    if (typed.isEmpty())
        return std::optional<std::chrono::seconds>();
    static const QRegularExpression form(QStringLiteral(
        "^(?:(?<minutesAlone>\\d{1,5})|(?:(?<hours>\\d{1,3}):)?(?<minutes>\\d{1,4}):(?<seconds>[0-5]\\d))$"));
    const QRegularExpressionMatch match = form.match(typed);
    if (!match.hasMatch())
        return fail(FailureKind::Malformed, Words::noLength(typed));
    const auto number = [&match](const char *name) { return match.captured(QLatin1String(name)).toInt(); };
    return std::optional(std::chrono::hours(number("hours")) +
                         std::chrono::minutes(number("minutesAlone") + number("minutes")) +
                         std::chrono::seconds(number("seconds")));
}

} // namespace Holdfast
