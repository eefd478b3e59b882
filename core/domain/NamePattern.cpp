// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/NamePattern.h"

#include <algorithm>
#include <array>

namespace Holdfast {

namespace {

struct Field
{
    QLatin1String name;
    QLatin1String expression;
    bool isFixed; ///< always as many characters, so that nothing has to stand between it and the next
};

// A number may be written with spaces, dots and brackets, but not with what usually parts the fields of a name.
constexpr std::array fields{Field{QLatin1String("yyyy"), QLatin1String("[0-9]{4}"), true},
                            Field{QLatin1String("MM"), QLatin1String("[0-9]{2}"), true},
                            Field{QLatin1String("dd"), QLatin1String("[0-9]{2}"), true},
                            Field{QLatin1String("HH"), QLatin1String("[0-9]{2}"), true},
                            Field{QLatin1String("mm"), QLatin1String("[0-9]{2}"), true},
                            Field{QLatin1String("ss"), QLatin1String("[0-9]{2}"), true},
                            Field{QLatin1String("epoch"), QLatin1String("[0-9]{9,11}"), false},
                            Field{QLatin1String("phone"), QLatin1String("\\+?[0-9][0-9 ().]{1,24}"), false},
                            Field{QLatin1String("lead"), QLatin1String("[0-9]{1,18}"), false},
                            Field{QLatin1String("name"), QLatin1String(".+?"), false}};

tl::unexpected<Failure> malformed(const QString &sentence)
{
    return fail(FailureKind::Malformed, sentence);
}

const Field *fieldNamed(QStringView name)
{
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const Field &field) { return field.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

QString namesOfFields()
{
    QStringList names;
    for (const Field &field : fields)
        names.append(QLatin1Char('{') + field.name + QLatin1Char('}'));
    return names.join(QLatin1Char(' '));
}

/// A time of the day needs a day, and a minute an hour.
std::optional<Failure> problemWithTimes(const QStringList &used)
{
    const auto has = [&](const char *name) { return used.contains(QLatin1String(name)); };
    const bool hasDay = has("yyyy") && has("MM") && has("dd");
    if ((has("yyyy") || has("MM") || has("dd")) && !hasDay)
        return malformed(NamePattern::tr("A day needs all of {yyyy}, {MM} and {dd}.")).value();
    if (has("epoch") && (hasDay || has("HH")))
        return malformed(NamePattern::tr("{epoch} is day and time already.")).value();
    if ((has("HH") && !hasDay) || (has("mm") && !has("HH")) || (has("ss") && !has("mm")))
        return malformed(
                   NamePattern::tr("A time needs what is larger too: {HH} a day, {mm} the hour, {ss} the minute."))
            .value();
    return std::nullopt;
}

std::optional<QDateTime> dateIn(const QRegularExpressionMatch &match, const QTimeZone &zone)
{
    const auto number = [&](const char *name) { return match.captured(QLatin1String(name)).toInt(); };
    const auto has = [&](const char *name) { return !match.captured(QLatin1String(name)).isEmpty(); };
    if (has("epoch"))
        return QDateTime::fromSecsSinceEpoch(match.captured(QStringLiteral("epoch")).toLongLong(), Qt::UTC);
    if (!has("yyyy"))
        return std::nullopt;
    const QDate day(number("yyyy"), number("MM"), number("dd"));
    const QTime time(number("HH"), number("mm"), number("ss"));
    return day.isValid() && time.isValid() ? QDateTime(day, time, zone).toUTC() : QDateTime();
}

} // namespace

NamePattern::NamePattern(QString text, QRegularExpression expression)
    : m_text(std::move(text))
    , m_expression(std::move(expression))
{
}

Result<NamePattern> NamePattern::parse(const QString &text)
{
    if (text.trimmed().isEmpty())
        return malformed(NamePattern::tr("The pattern is empty."));
    if (text.size() > longest)
        return malformed(NamePattern::tr("The pattern is longer than %1 characters.").arg(longest));
    QString expression;
    QStringList used;
    bool isOpen = false; // what stands before could end anywhere
    for (qsizetype at = 0; at < text.size();) {
        if (text[at] == u'*') {
            expression += QStringLiteral(".*?");
            isOpen = true;
            ++at;
        } else if (text[at] == u'{') {
            const qsizetype end = text.indexOf(u'}', at);
            const QStringView name = end < 0 ? QStringView() : QStringView(text).sliced(at + 1, end - at - 1);
            const Field *field = fieldNamed(name);
            if (!field)
                return malformed(NamePattern::tr("“%1” is no field. There are %2.")
                                     .arg(end < 0 ? text.sliced(at) : text.sliced(at, end - at + 1), namesOfFields()));
            if (used.contains(field->name))
                return malformed(NamePattern::tr("{%1} stands there twice.").arg(field->name));
            if (isOpen && !field->isFixed && !text.sliced(0, at).endsWith(u'*'))
                return malformed(
                    NamePattern::tr("Where {%1} begins can't be told: put something before it.").arg(field->name));
            used.append(field->name);
            expression += QStringLiteral("(?<%1>%2)").arg(field->name, field->expression);
            isOpen = !field->isFixed;
            at = end + 1;
        } else {
            expression += QRegularExpression::escape(text.sliced(at, 1));
            isOpen = false;
            ++at;
        }
    }
    if (used.isEmpty())
        return malformed(NamePattern::tr("The pattern has no field. There are %1.").arg(namesOfFields()));
    if (const auto problem = problemWithTimes(used))
        return fail(*problem);
    return NamePattern(text, QRegularExpression(QRegularExpression::anchoredPattern(expression),
                                                QRegularExpression::CaseInsensitiveOption |
                                                    QRegularExpression::DotMatchesEverythingOption));
}

std::optional<NamedCall> NamePattern::match(const QString &fileName, const QTimeZone &zone) const
{
    const qsizetype dot = fileName.lastIndexOf(u'.');
    const QRegularExpressionMatch match = m_expression.match(dot > 0 ? fileName.first(dot) : fileName);
    if (!match.hasMatch())
        return std::nullopt;
    NamedCall call;
    call.callDate = dateIn(match, zone);
    if (call.callDate && !call.callDate->isValid())
        return std::nullopt;
    call.phone = match.captured(QStringLiteral("phone")).trimmed();
    call.leadName = match.captured(QStringLiteral("name")).simplified();
    if (const QString lead = match.captured(QStringLiteral("lead")); !lead.isEmpty())
        call.leadId = LeadId{lead.toLongLong()};
    return call;
}

QStringList commonNamePatterns()
{
    return {
        // ours, and what people write by hand
        QStringLiteral("{yyyy}-{MM}-{dd}_{HH}{mm}_{phone}"), QStringLiteral("{yyyy}-{MM}-{dd}_{HH}-{mm}_{phone}"),
        QStringLiteral("{yyyy}-{MM}-{dd} {HH}.{mm} {phone}"),
        // FreePBX and what is built on it: direction-number-extension-day-time-id
        QStringLiteral("out-{phone}-*-{yyyy}{MM}{dd}-{HH}{mm}{ss}-*"),
        QStringLiteral("external-*-{phone}-{yyyy}{MM}{dd}-{HH}{mm}{ss}-*"),
        QStringLiteral("in-*-{phone}-{yyyy}{MM}{dd}-{HH}{mm}{ss}-*"),
        QStringLiteral("q-*-{phone}-{yyyy}{MM}{dd}-{HH}{mm}{ss}-*"),
        // VICIdial, MicroSIP and others that begin with the time
        QStringLiteral("{yyyy}{MM}{dd}-{HH}{mm}{ss}_{phone}_*"), QStringLiteral("{yyyy}{MM}{dd}-{HH}{mm}{ss}_{phone}"),
        QStringLiteral("{yyyy}{MM}{dd}-{HH}{mm}{ss}-{phone}-*"), QStringLiteral("{yyyy}{MM}{dd}-{HH}{mm}{ss}-{phone}"),
        // 3CX
        QStringLiteral("[*]_*-{phone}_{yyyy}{MM}{dd}{HH}{mm}{ss}*")};
}

} // namespace Holdfast
