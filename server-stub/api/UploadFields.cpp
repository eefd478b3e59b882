// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/UploadFields.h"

#include "api/WholeNumber.h"
#include "contract/Json.h"
#include "domain/FileName.h"
#include "domain/Limits.h"
#include "domain/MediaFormat.h"

#include <QSet>

namespace Holdfast {

namespace {

tl::unexpected<Failure> malformed(const QString &sentence)
{
    return fail(FailureKind::Malformed, sentence + QStringLiteral(" Nothing was stored."));
}

Done readAgentChannel(UploadFields &fields, const QString &text)
{
    const auto number = wholeNumber(text);
    const auto channel = number ? agentChannelFromNumber(*number) : std::nullopt;
    if (!channel)
        return malformed(QStringLiteral("The field agentChannel must be 0 (left) or 1 (right)."));
    fields.agentChannel = *channel;
    return {};
}

Done readId(UploadFields &fields, const QString &name, const QString &text)
{
    const auto id = wholeNumber(text);
    if (!id || *id == 0)
        return malformed(QStringLiteral("The field %1 must be a positive whole number.").arg(name));
    if (name == QLatin1String("callId"))
        fields.callId = CallId{*id};
    else if (name == QLatin1String("campaignId"))
        fields.campaignId = CampaignId{*id};
    else
        fields.leadId = LeadId{*id};
    return {};
}

} // namespace

bool isUploadField(const QString &name)
{
    static const QSet<QString> known{QStringLiteral("leadId"),      QStringLiteral("callId"),
                                     QStringLiteral("campaignId"),  QStringLiteral("disposition"),
                                     QStringLiteral("callDate"),    QStringLiteral("notes"),
                                     QStringLiteral("agentChannel")};
    return known.contains(name);
}

Done readUploadField(UploadFields &fields, const QString &name, const QString &text)
{
    if (text.contains(QChar(0)))
        return malformed(QStringLiteral("The field %1 is not a text in UTF-8.").arg(name));
    if (name == QLatin1String("notes") || name == QLatin1String("disposition")) {
        const bool isNotes = name == QLatin1String("notes");
        const int longest = isNotes ? maxNotesLength : maxDispositionLength;
        if (text.size() > longest)
            return malformed(QStringLiteral("The field %1 is longer than %2 characters.").arg(name).arg(longest));
        (isNotes ? fields.notes : fields.disposition) = text;
        return {};
    }
    const bool isOptional = name != QLatin1String("leadId");
    if (isOptional && text.isEmpty())
        return {};
    if (name == QLatin1String("callDate")) {
        const Result<QDateTime> time = timeFromIso(text);
        if (!time)
            return malformed(QStringLiteral("The field callDate must be a time such as 2026-01-15T14:30:00Z."));
        fields.callDate = *time;
        return {};
    }
    if (name == QLatin1String("agentChannel"))
        return readAgentChannel(fields, text);
    return readId(fields, name, text);
}

Done readUploadFileName(UploadFields &fields, const QString &fileName)
{
    if (fileName.contains(QChar(0)))
        return malformed(QStringLiteral("The file's name has a character that names do not have."));
    fields.fileName = cleanFileName(fileName);
    if (!formatFromFileName(fields.fileName))
        return fail(FailureKind::UnsupportedMedia,
                    QStringLiteral("Files of this kind are not kept. Holdfast takes MP3, WAV, M4A, AAC, OGG, MP4, AVI "
                                   "and MOV. Nothing was stored."));
    return {};
}

} // namespace Holdfast
