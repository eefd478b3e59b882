// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"
#include "domain/Result.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>
#include <QStringList>
#include <QTimeZone>

#include <optional>

namespace Holdfast {

/// What the name of a recording's file tells of its call, as far as it does.
struct NamedCall
{
    std::optional<QDateTime> callDate; ///< UTC
    QString phone;                     ///< as it stands there
    QString leadName;
    std::optional<LeadId> leadId;

    friend bool operator==(const NamedCall &, const NamedCall &) = default;
};

/// How a telephone system names its files, as a person writes it down:
///
///     {yyyy}-{MM}-{dd}_{HH}{mm}_{phone}        2026-11-20_1432_+4930123456.wav
///
/// {yyyy} {MM} {dd} {HH} {mm} {ss} or {epoch} (seconds since 1970) are the begin of the call, {phone} the number of the
/// other side, {lead} the lead's number in Holdfast, {name} the lead's name; * is anything, also nothing; all else
/// stands for itself, in either case. The whole name without its ending must fit. Pure.
class NamePattern
{
    Q_DECLARE_TR_FUNCTIONS(Holdfast::NamePattern)
public:
    static constexpr qsizetype longest = 200;

    /// Malformed, with a sentence, where it can't be read or could be read in two ways.
    static Result<NamePattern> parse(const QString &text);

    /// None where the name does not fit, or tells a time that does not exist. Times of the day are in that zone.
    std::optional<NamedCall> match(const QString &fileName, const QTimeZone &zone) const;
    const QString &text() const { return m_text; }

private:
    NamePattern(QString text, QRegularExpression expression);

    QString m_text;
    QRegularExpression m_expression;
};

/// Of the softphones and PBXs that most people have.
QStringList commonNamePatterns();

} // namespace Holdfast
