// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/LeadFile.h"

#include "contract/CsvReader.h"
#include "domain/Limits.h"

#include <QBuffer>

namespace Holdfast {

namespace {

constexpr qsizetype mostLeads = 200'000;

const QStringList &columns()
{
    static const QStringList known{QStringLiteral("name"), QStringLiteral("phone"), QStringLiteral("campaign"),
                                   QStringLiteral("agents")};
    return known;
}

tl::unexpected<Failure> malformed(qint64 line, const QString &sentence)
{
    return fail(FailureKind::Malformed, QStringLiteral("Line %1: %2 Nothing was imported.").arg(line).arg(sentence));
}

/// Where each of the known columns stands; -1 for one that is not there.
Result<QList<qsizetype>> placesOf(const QStringList &header)
{
    QList<qsizetype> places(columns().size(), -1);
    for (qsizetype at = 0; at < header.size(); ++at) {
        const qsizetype column = columns().indexOf(header[at].trimmed().toLower());
        if (column < 0)
            return malformed(1, QStringLiteral("The column %1 is not known; there are %2.")
                                    .arg(header[at].left(100), columns().join(QStringLiteral(", "))));
        if (places[column] >= 0)
            return malformed(1, QStringLiteral("The column %1 comes twice.").arg(columns()[column]));
        places[column] = at;
    }
    if (places[0] < 0)
        return malformed(1, QStringLiteral("There is no column name."));
    return places;
}

Result<LeadRow> rowOf(const QStringList &fields, const QList<qsizetype> &places, qint64 line)
{
    const auto field = [&](qsizetype column) {
        return places[column] < 0 ? QString() : fields[places[column]].trimmed();
    };
    LeadRow row{line, field(0), field(1), field(2), {}};
    if (row.name.isEmpty() || row.name.size() > longestName)
        return malformed(line, QStringLiteral("The name must have 1 to %1 characters.").arg(longestName));
    if (row.phone.size() > longestPhone)
        return malformed(line, QStringLiteral("The phone number must have at most %1 characters.").arg(longestPhone));
    for (const QString &text : fields)
        if (text.contains(QChar(0)))
            return malformed(line, QStringLiteral("There is a character that texts do not have."));
    const QStringList agents = field(3).split(u';', Qt::SkipEmptyParts);
    for (const QString &agent : agents)
        row.agents.append(agent.trimmed());
    return row;
}

} // namespace

Result<QList<LeadRow>> readLeadFile(const QByteArray &file)
{
    QBuffer device;
    device.setData(file);
    device.open(QIODevice::ReadOnly);
    CsvReader reader(device);
    const Result<std::optional<QStringList>> header = reader.next();
    if (!header)
        return fail(header.error());
    if (!*header)
        return fail(FailureKind::Malformed, QStringLiteral("The file is empty. Nothing was imported."));
    const Result<QList<qsizetype>> places = placesOf(**header);
    if (!places)
        return fail(places.error());
    QList<LeadRow> rows;
    for (;;) {
        const Result<std::optional<QStringList>> fields = reader.next();
        if (!fields)
            return fail(fields.error());
        if (!*fields)
            break;
        if ((*fields)->size() != (*header)->size())
            return malformed(
                reader.line(),
                QStringLiteral("There are %1 fields, but %2 columns.").arg((*fields)->size()).arg((*header)->size()));
        const Result<LeadRow> row = rowOf(**fields, *places, reader.line());
        if (!row)
            return fail(row.error());
        if (rows.size() == mostLeads)
            return malformed(reader.line(), QStringLiteral("At most %1 leads are taken at once.").arg(mostLeads));
        rows.append(*row);
    }
    if (rows.isEmpty())
        return fail(FailureKind::Malformed, QStringLiteral("The file names no leads. Nothing was imported."));
    return rows;
}

} // namespace Holdfast
