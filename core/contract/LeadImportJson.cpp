// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/LeadImportJson.h"

#include "contract/JsonFields.h"

#include <array>
#include <utility>

namespace Holdfast {

namespace {

using Remark = LeadImportReport::Remark;
using Row = LeadImportReport::Row;

constexpr std::array<std::pair<LeadFate, QLatin1String>, 5> fateWords{{
    {LeadFate::Created, QLatin1String("created")},
    {LeadFate::Changed, QLatin1String("changed")},
    {LeadFate::AlreadyThere, QLatin1String("alreadyThere")},
    {LeadFate::Repeated, QLatin1String("repeated")},
    {LeadFate::Refused, QLatin1String("refused")},
}};

constexpr std::array<std::pair<LeadRemark, QLatin1String>, 11> remarkWords{{
    {LeadRemark::UnreadColumn, QLatin1String("unreadColumn")},
    {LeadRemark::FieldCount, QLatin1String("fieldCount")},
    {LeadRemark::NoName, QLatin1String("noName")},
    {LeadRemark::NameTooLong, QLatin1String("nameTooLong")},
    {LeadRemark::PhoneTooLong, QLatin1String("phoneTooLong")},
    {LeadRemark::UnknownCampaign, QLatin1String("unknownCampaign")},
    {LeadRemark::UnknownUser, QLatin1String("unknownUser")},
    {LeadRemark::Repeated, QLatin1String("repeated")},
    {LeadRemark::Contradicted, QLatin1String("contradicted")},
    {LeadRemark::SharedNumber, QLatin1String("sharedNumber")},
    {LeadRemark::NoNumber, QLatin1String("noNumber")},
}};

QLatin1String wordOf(LeadRemark remark)
{
    for (const auto &[known, word] : remarkWords)
        if (known == remark)
            return word;
    Q_UNREACHABLE();
}

QLatin1String wordOf(LeadFate fate)
{
    for (const auto &[known, word] : fateWords)
        if (known == fate)
            return word;
    Q_UNREACHABLE();
}

QJsonArray toJson(const LeadImportReport::Remarks &remarks)
{
    QJsonArray array;
    for (const Remark &remark : remarks.first) {
        QJsonObject json{{QLatin1String("line"), remark.line}, {QLatin1String("message"), remark.message}};
        if (remark.what) {
            json.insert(QLatin1String("code"), wordOf(*remark.what));
            json.insert(QLatin1String("named"), QJsonArray::fromStringList(remark.named));
        }
        array.append(json);
    }
    return array;
}

QJsonObject toJson(const Row &row)
{
    QJsonObject json{{QLatin1String("line"), row.line},
                     {QLatin1String("name"), row.name},
                     {QLatin1String("phone"), row.phone},
                     {QLatin1String("campaign"), row.campaign},
                     {QLatin1String("agents"), QJsonArray::fromStringList(row.agents)},
                     {QLatin1String("fate"), wordOf(row.fate)}};
    if (row.campaignBefore)
        json.insert(QLatin1String("campaignBefore"), *row.campaignBefore);
    if (row.agentsBefore)
        json.insert(QLatin1String("agentsBefore"), QJsonArray::fromStringList(*row.agentsBefore));
    return json;
}

QStringList textsOf(JsonFields &fields, QLatin1String name)
{
    QStringList texts;
    for (const QJsonValue &item : fields.list(name)) {
        if (!item.isString())
            fields.refuse(name, QStringLiteral("a list of texts"));
        texts.append(item.toString());
    }
    return texts;
}

Row rowFrom(JsonFields &fields)
{
    Row row;
    row.line = fields.positive(QLatin1String("line"));
    row.name = fields.text(QLatin1String("name"));
    row.phone = fields.text(QLatin1String("phone"));
    row.campaign = fields.text(QLatin1String("campaign"));
    row.agents = textsOf(fields, QLatin1String("agents"));
    const QString fate = fields.text(QLatin1String("fate"));
    bool known = false;
    for (const auto &[value, word] : fateWords)
        if (fate == word) {
            row.fate = value;
            known = true;
        }
    if (!known)
        fields.refuse(QLatin1String("fate"), QStringLiteral("one of the words for what becomes of a row"));
    if (fields.has(QLatin1String("campaignBefore")))
        row.campaignBefore = fields.text(QLatin1String("campaignBefore"));
    if (fields.has(QLatin1String("agentsBefore")))
        row.agentsBefore = textsOf(fields, QLatin1String("agentsBefore"));
    return row;
}

/// A code of a later server is none that is known here; its sentence is.
Remark remarkFrom(JsonFields &fields)
{
    Remark remark;
    remark.line = fields.positive(QLatin1String("line"));
    remark.message = fields.text(QLatin1String("message"));
    if (!fields.has(QLatin1String("code")))
        return remark;
    const QString code = fields.text(QLatin1String("code"));
    for (const auto &[known, word] : remarkWords)
        if (code == word)
            remark.what = known;
    if (!remark.what)
        return remark;
    remark.named = textsOf(fields, QLatin1String("named"));
    remark.message = sentenceOn(*remark.what, remark.named);
    return remark;
}

LeadImportReport::Remarks remarksFrom(JsonFields &fields, QLatin1String list, QLatin1String count)
{
    LeadImportReport::Remarks remarks;
    remarks.count = fields.number(count);
    for (const QJsonValue &item : fields.list(list)) {
        JsonFields remark(item.toObject(), list + QLatin1Char('.'));
        remarks.first.append(remarkFrom(remark));
        fields.adopt(remark);
    }
    return remarks;
}

} // namespace

QJsonObject toJson(const LeadImportReport &report)
{
    QJsonArray rows;
    for (const Row &row : report.rows)
        rows.append(toJson(row));
    return {
        {QLatin1String("preview"), report.isPreview},         {QLatin1String("created"), report.created},
        {QLatin1String("changed"), report.changed},           {QLatin1String("alreadyThere"), report.alreadyThere},
        {QLatin1String("repeated"), report.repeated},         {QLatin1String("problemCount"), report.problems.count},
        {QLatin1String("problems"), toJson(report.problems)}, {QLatin1String("noticeCount"), report.notices.count},
        {QLatin1String("notices"), toJson(report.notices)},   {QLatin1String("rows"), rows},
        {QLatin1String("encoding"), report.encoding},         {QLatin1String("separator"), report.separator}};
}

Result<LeadImportReport> leadImportReportFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    LeadImportReport report;
    report.isPreview = fields.truth(QLatin1String("preview"));
    report.created = fields.number(QLatin1String("created"));
    report.changed = fields.number(QLatin1String("changed"));
    report.alreadyThere = fields.number(QLatin1String("alreadyThere"));
    report.repeated = fields.number(QLatin1String("repeated"));
    report.problems = remarksFrom(fields, QLatin1String("problems"), QLatin1String("problemCount"));
    report.notices = remarksFrom(fields, QLatin1String("notices"), QLatin1String("noticeCount"));
    report.encoding = fields.text(QLatin1String("encoding"));
    report.separator = fields.text(QLatin1String("separator"));
    for (const QJsonValue &item : fields.list(QLatin1String("rows"))) {
        JsonFields row(item.toObject(), QStringLiteral("rows."));
        report.rows.append(rowFrom(row));
        fields.adopt(row);
    }
    if (fields.failure())
        return fail(*fields.failure());
    return report;
}

} // namespace Holdfast
