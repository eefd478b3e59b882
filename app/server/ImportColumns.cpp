// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ImportColumns.h"

#include "api/WholeNumber.h"
#include "contract/Json.h"
#include "domain/FileName.h"
#include "domain/Limits.h"

namespace Holdfast {

namespace {

const QString agent = QStringLiteral("agent");
const QString lead = QStringLiteral("lead");
const QString phone = QStringLiteral("phone");
const QString campaign = QStringLiteral("campaign");
const QString disposition = QStringLiteral("disposition");
const QString notes = QStringLiteral("notes");
const QString originalName = QStringLiteral("originalName");
const QString format = QStringLiteral("format");
const QString durationMs = QStringLiteral("durationMs");
const QString callDate = QStringLiteral("callDate");
const QString uploadedAt = QStringLiteral("uploadedAt");
const QString complianceHold = QStringLiteral("complianceHold");

constexpr qint64 longestDuration = 1'000'000'000; // ms
// Nobody kept recordings with this before, and nobody kept any after.
constexpr int firstYear = 1970;
constexpr int lastYear = 2100;

/// Reads fields of a line until one is wrong; that one is named.
struct Line
{
    const QHash<QString, qsizetype> &columns;
    const QStringList &fields;
    QString problem = {};

    QString text(const QString &column, qsizetype longest)
    {
        const QString value = columns.contains(column) ? fields[columns.value(column)] : QString();
        if (value.size() > longest)
            refuse(column, QStringLiteral("has more than %1 characters").arg(longest));
        return value;
    }
    QString needed(const QString &column)
    {
        const QString value = text(column, longestName).trimmed();
        if (value.isEmpty())
            refuse(column, QStringLiteral("is empty"));
        return value;
    }
    std::optional<QDateTime> time(const QString &column)
    {
        const QString value = text(column, longestName);
        if (value.isEmpty())
            return std::nullopt;
        const Result<QDateTime> time = timeFromIso(value);
        if (time && time->date().year() >= firstYear && time->date().year() < lastYear)
            return *time;
        refuse(column, QStringLiteral("must be a time such as 2026-01-15T14:30:00Z, not \"%1\"").arg(value));
        return std::nullopt;
    }
    void refuse(const QString &column, const QString &why)
    {
        if (problem.isEmpty())
            problem = column + u' ' + why;
    }
};

} // namespace

QStringList ImportColumns::names()
{
    return {agent,        lead,   phone,      campaign, disposition, notes,
            originalName, format, durationMs, callDate, uploadedAt,  complianceHold};
}

Result<ImportColumns> ImportColumns::of(const QStringList &header)
{
    ImportColumns columns;
    QStringList faults;
    for (qsizetype at = 0; at < header.size(); ++at) {
        const QString name = header[at].trimmed();
        if (!names().contains(name))
            faults.append(QStringLiteral("\"%1\" is no column of an import").arg(name.left(longestName)));
        else if (columns.m_columns.contains(name))
            faults.append(QStringLiteral("%1 comes twice").arg(name));
        columns.m_columns.insert(name, at);
    }
    for (const QString &name : {agent, lead, uploadedAt})
        if (!columns.m_columns.contains(name))
            faults.append(QStringLiteral("%1 is missing").arg(name));
    if (!faults.isEmpty())
        return fail(FailureKind::Malformed,
                    QStringLiteral("The first line must name the columns: %1. The columns are %2.")
                        .arg(faults.join(QStringLiteral(", ")), names().join(QStringLiteral(", "))));
    return columns;
}

Result<ImportedRecording> ImportColumns::read(const QStringList &fields) const
{
    if (fields.size() != m_columns.size())
        return fail(FailureKind::Malformed,
                    QStringLiteral("has %1 fields instead of %2").arg(fields.size()).arg(m_columns.size()));
    Line line{m_columns, fields};
    ImportedRecording recording;
    recording.agent = line.needed(agent);
    recording.lead = line.needed(lead);
    recording.phone = line.text(phone, longestName).trimmed();
    recording.campaign = line.text(campaign, longestName).trimmed();
    recording.disposition = line.text(disposition, maxDispositionLength);
    recording.notes = line.text(notes, maxNotesLength);
    recording.originalName = cleanFileName(line.text(originalName, maxNotesLength));
    if (const QString name = line.text(format, longestName); !name.isEmpty()) {
        const auto known = formatFromName(name);
        if (!known)
            line.refuse(format, QStringLiteral("must be one of the formats that are kept, not \"%1\"").arg(name));
        recording.format = known.value_or(MediaFormat::Wav);
    }
    if (const QString text = line.text(durationMs, longestName); !text.isEmpty()) {
        const auto duration = wholeNumber(text);
        if (!duration || *duration < 0 || *duration > longestDuration)
            line.refuse(durationMs, QStringLiteral("must be a whole number of milliseconds, not \"%1\"").arg(text));
        recording.duration = std::chrono::milliseconds(duration.value_or(0));
    }
    const auto uploaded = line.time(uploadedAt);
    if (!uploaded)
        line.refuse(uploadedAt, QStringLiteral("is empty"));
    recording.uploadedAt = uploaded.value_or(QDateTime());
    recording.callDate = line.time(callDate).value_or(recording.uploadedAt);
    const QString hold = line.text(complianceHold, longestName);
    if (!hold.isEmpty() && hold != QLatin1String("true") && hold != QLatin1String("false"))
        line.refuse(complianceHold, QStringLiteral("must be true or false, not \"%1\"").arg(hold));
    recording.complianceHold = hold == QLatin1String("true");
    if (!line.problem.isEmpty())
        return fail(FailureKind::Malformed, line.problem);
    return recording;
}

} // namespace Holdfast
