// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/StorageCommand.h"

#include "contract/StorageJson.h"

#include <QJsonObject>
#include <QLocale>

namespace Holdfast {

namespace {

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes);
}

QString recordingsText(qint64 count)
{
    return StorageCommand::tr("%n recording(s)", nullptr, static_cast<int>(count));
}

QString forecastText(const StorageReport &report)
{
    if (report.quotaPercent >= 100)
        return StorageCommand::tr("it is full");
    if (report.diskRoomBytes && *report.diskRoomBytes == 0)
        return StorageCommand::tr("the server's disk is nearly full");
    if (report.daysUntilFull && report.fullOn)
        return StorageCommand::tr("%1, in %n day(s)", nullptr, static_cast<int>(*report.daysUntilFull))
            .arg(report.fullOn->toString(Qt::ISODate));
    return StorageCommand::tr("not at the pace of these days");
}

QList<QStringList> rowsOf(const QList<CampaignUsage> &campaigns)
{
    QList<QStringList> rows;
    for (const CampaignUsage &usage : campaigns)
        rows.append({sizeText(usage.bytes), recordingsText(usage.files),
                     usage.campaignId ? usage.campaignName : StorageCommand::tr("no campaign")});
    return rows;
}

QList<QStringList> rowsOf(const QList<PolicyUsage> &policies)
{
    QList<QStringList> rows;
    for (const PolicyUsage &usage : policies)
        rows.append({sizeText(usage.bytes), recordingsText(usage.files),
                     StorageCommand::tr("frees %1 now").arg(sizeText(usage.dueBytes)),
                     StorageCommand::tr("%1 within %2 days").arg(sizeText(usage.soonBytes)).arg(storageSoonDays),
                     StorageCommand::tr("%n day(s)", nullptr, static_cast<int>(usage.retentionDays)),
                     usage.policyId ? usage.policyName : StorageCommand::tr("no policy")});
    return rows;
}

QList<QStringList> rowsOf(const QList<StorageUsage> &days)
{
    QList<QStringList> rows;
    for (const StorageUsage &day : days)
        rows.append({day.date.toString(Qt::ISODate), sizeText(day.totalBytes), recordingsText(day.totalFiles),
                     QStringLiteral("+%1").arg(day.added), QStringLiteral("−%1").arg(day.deleted)});
    return rows;
}

} // namespace

StorageCommand::StorageCommand(ApiClient &api, Console &console, const CtlOptions &options, QObject *parent)
    : CtlCommand(console, options, parent)
    , m_calls(api)
{
}

void StorageCommand::run()
{
    answered(m_calls.report(), [this](const StorageReport &report) {
        m_report = report;
        answered(m_calls.byCampaign(), [this](const QList<CampaignUsage> &campaigns) {
            answered(m_calls.byPolicy(), [this, campaigns](const QList<PolicyUsage> &policies) {
                if (options().json)
                    showJson(campaigns, policies);
                else
                    showWords(campaigns, policies);
                Q_EMIT finished(true);
            });
        });
    });
}

/// What the three routes answer, as one object.
void StorageCommand::showJson(const QList<CampaignUsage> &campaigns, const QList<PolicyUsage> &policies)
{
    QJsonObject json = toJson(m_report, QDateTime::currentDateTimeUtc());
    if (!options().days)
        json.remove(QLatin1String("dailyUsage"));
    for (const QJsonObject &usage : {toJson(campaigns), toJson(policies)})
        json.insert(usage.constBegin().key(), usage.constBegin().value());
    console().json(json);
}

void StorageCommand::showWords(const QList<CampaignUsage> &campaigns, const QList<PolicyUsage> &policies)
{
    console().table(
        {{tr("Used"), tr("%1 of %2 (%3 %), %4")
                          .arg(sizeText(m_report.bytes), sizeText(m_report.quotaBytes),
                               QLocale().toString(m_report.quotaPercent, 'f', 1), recordingsText(m_report.files))},
         {tr("Disk"), m_report.diskRoomBytes ? tr("room for %1 more").arg(sizeText(*m_report.diskRoomBytes))
                                             : tr("not told by the server")},
         {tr("Full"), forecastText(m_report)}});
    const std::pair<QString, QList<QStringList>> parts[] = {
        {tr("By campaign"), rowsOf(campaigns)},
        {tr("By policy"), rowsOf(policies)},
        {tr("Day by day"), options().days ? rowsOf(m_report.history) : QList<QStringList>()}};
    for (const auto &[title, rows] : parts) {
        if (rows.isEmpty())
            continue;
        console().line({});
        console().line(title);
        console().table(rows);
    }
}

} // namespace Holdfast
