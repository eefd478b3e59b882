// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/LeadFile.h"

#include "contract/CsvReader.h"
#include "contract/PlainText.h"
#include "domain/Limits.h"

#include <QBuffer>
#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

namespace Holdfast {

namespace {

constexpr qsizetype mostLeads = 200'000;
constexpr qsizetype fewestDigits = 3; // of an emergency number or an extension

enum Column { Name, Phone, Campaign, Agents, columnCount };

/// What each column may be called; the first is its word in the contract.
const std::array<QStringList, columnCount> &columnNames()
{
    const auto words = [](const char *text) { return QString::fromUtf8(text).split(u'|'); };
    static const std::array<QStringList, columnCount> names{
        words("name|lead"), words("phone|phone number|telephone|telefon|telefonnummer|rufnummer"),
        words("campaign|kampagne"), words("agents|agent|agenten")};
    return names;
}

tl::unexpected<Failure> malformed(qint64 line, const QString &sentence)
{
    return fail(FailureKind::Malformed, QStringLiteral("Line %1: %2 Nothing was imported.").arg(line).arg(sentence));
}

/// Where each of the columns stands; -1 for one that is not there.
using Places = std::array<qsizetype, columnCount>;

Result<Places> placesOf(const QStringList &header, qint64 line, LeadImportReport &report)
{
    Places places;
    places.fill(-1);
    for (qsizetype at = 0; at < header.size(); ++at) {
        const QString name = header[at].simplified().toLower();
        size_t column = 0;
        while (column < columnCount && !columnNames()[column].contains(name))
            ++column;
        if (column == columnCount) {
            if (!name.isEmpty())
                report.notices.add(line, LeadRemark::UnreadColumn, {header[at].left(100)});
        } else if (places[column] >= 0) {
            return malformed(line,
                             QStringLiteral("The column %1 comes twice.").arg(columnNames()[column].constFirst()));
        } else {
            places[column] = at;
        }
    }
    if (places[Name] < 0)
        return malformed(line, QStringLiteral("There is no column name. The first row names the columns: name, phone, "
                                              "campaign, agents."));
    return places;
}

LeadRow rowOf(const QStringList &fields, const Places &places, qint64 line)
{
    const auto field = [&](Column column) {
        const qsizetype at = places[column];
        return at < 0 || at >= fields.size() ? QString() : fields[at].trimmed();
    };
    static const QRegularExpression between(QStringLiteral("[;,|]"));
    LeadRow row{line, field(Name), field(Phone), field(Campaign), {}};
    for (const QString &agent : field(Agents).split(between, Qt::SkipEmptyParts))
        if (!agent.trimmed().isEmpty())
            row.agents.append(agent.trimmed());
    return row;
}

/// Adds what is wrong with a row by itself; false where nothing is.
bool addWrong(const LeadRow &row, qsizetype fields, qsizetype columns, LeadImportReport::Remarks &problems)
{
    if (fields != columns)
        problems.add(row.line, LeadRemark::FieldCount, {QString::number(fields), QString::number(columns)});
    else if (row.name.isEmpty())
        problems.add(row.line, LeadRemark::NoName);
    else if (row.name.size() > longestName)
        problems.add(row.line, LeadRemark::NameTooLong, {QString::number(longestName)});
    else if (row.phone.size() > longestPhone)
        problems.add(row.line, LeadRemark::PhoneTooLong, {QString::number(longestPhone)});
    else
        return false;
    return true;
}

/// A word in the column, or columns that were mixed up.
bool isNoNumber(const QString &phone)
{
    return !phone.isEmpty() && std::ranges::count_if(phone, [](QChar one) { return one.isDigit(); }) < fewestDigits;
}

/// Spreadsheets fill their rows up with empty fields.
bool isBlank(const QStringList &fields)
{
    return std::ranges::all_of(fields, [](const QString &field) { return field.trimmed().isEmpty(); });
}

/// The first row that names columns: a line such as "sep=;" may stand before it.
Result<QStringList> readHeader(CsvReader &reader)
{
    Result<std::optional<QStringList>> header = reader.next();
    if (header && *header && (*header)->constFirst().startsWith(QStringLiteral("sep=")))
        header = reader.next();
    if (!header)
        return fail(header.error());
    if (!*header)
        return fail(FailureKind::Malformed, QStringLiteral("The file is empty. Nothing was imported."));
    return **header;
}

Done readRows(CsvReader &reader, const Places &places, qsizetype columns, LeadFile &file)
{
    QHash<QStringList, QStringList> assignments; // many rows have the same; their texts are kept once
    QSet<QString> campaigns;
    for (;;) {
        const Result<std::optional<QStringList>> fields = reader.next();
        if (!fields)
            return fail(fields.error());
        if (!*fields)
            return {};
        if (isBlank(**fields))
            continue;
        if (file.rows.size() == mostLeads)
            return malformed(reader.line(), QStringLiteral("At most %1 leads are taken at once.").arg(mostLeads));
        LeadRow row = rowOf(**fields, places, reader.line());
        row.isRefused = addWrong(row, (*fields)->size(), columns, file.report.problems);
        if (!row.isRefused && isNoNumber(row.phone))
            file.report.notices.add(row.line, LeadRemark::NoNumber, {row.phone});
        const auto sharedAgents = assignments.constFind(row.agents);
        row.agents = sharedAgents == assignments.cend() ? *assignments.insert(row.agents, row.agents) : *sharedAgents;
        row.campaign = *campaigns.insert(row.campaign);
        file.rows.append(std::move(row));
    }
}

} // namespace

Result<LeadFile> readLeadFile(const QByteArray &bytes)
{
    const Result<PlainText> text = plainTextFrom(bytes);
    if (!text)
        return fail(FailureKind::Malformed, text.error().message + QStringLiteral(" Nothing was imported."));
    QBuffer device;
    device.setData(text->utf8);
    device.open(QIODevice::ReadOnly);
    const char separator = CsvReader::separatorOf(text->utf8);
    CsvReader reader(device, separator);
    LeadFile file;
    file.report.encoding = encodingName(text->encoding);
    file.report.separator = QString(QLatin1Char(separator));
    const Result<QStringList> header = readHeader(reader);
    if (!header)
        return fail(header.error());
    const Result<Places> places = placesOf(*header, reader.line(), file.report);
    if (!places)
        return fail(places.error());
    if (const Done read = readRows(reader, *places, header->size(), file); !read)
        return fail(read.error());
    if (file.rows.isEmpty())
        return fail(FailureKind::Malformed, QStringLiteral("The file names no leads. Nothing was imported."));
    return file;
}

} // namespace Holdfast
