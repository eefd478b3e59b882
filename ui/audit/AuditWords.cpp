// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/AuditWords.h"

#include "domain/ShownText.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace Holdfast {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Holdfast::AuditWords)
};

struct Word
{
    const char *ofTheContract;
    const char *forPeople;
};

constexpr std::array actions{
    Word{"annotation-change", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Changed an annotation")},
    Word{"annotation-create", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Annotated")},
    Word{"annotation-delete", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Deleted an annotation")},
    Word{"annotations", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Read the annotations")},
    Word{"audit", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Read the audit log")},
    Word{"audit-checkpoint", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Fetched a checkpoint of the audit log")},
    Word{"audit-export", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Exported the audit log")},
    Word{"audit-key", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Fetched the audit log's key")},
    Word{"audit-proof", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Fetched a proof of the audit log")},
    Word{"audit-verify", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Verified the audit log")},
    Word{"campaign-change", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Renamed a campaign")},
    Word{"campaign-create", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Made a campaign")},
    Word{"campaigns", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Asked for the campaigns")},
    Word{"change", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Changed a recording's details")},
    Word{"checkpoint-key-back", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "The key of the audit log is back")},
    Word{"checkpoint-key-rotate", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Changed the key of the audit log")},
    Word{"database-mend", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Put back what guards recordings")},
    Word{"delete", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Deleted a recording")},
    Word{"download", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Saved a copy")},
    Word{"evidence-pack", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Took an evidence pack")},
    Word{"evidence-pack-made", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "An evidence pack was made")},
    Word{"hold", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Held or released")},
    Word{"hold-place", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Placed a hold")},
    Word{"hold-release", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Released a hold")},
    Word{"hold-release-approve", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Approved a release")},
    Word{"hold-release-ask", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Asked for a release")},
    Word{"hold-release-lapse", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "A request for release lapsed")},
    Word{"hold-release-preview", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Looked what a release would do")},
    Word{"hold-release-refuse", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Refused a release")},
    Word{"hold-release-withdraw", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Withdrew a request for release")},
    Word{"holds", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Read the holds")},
    Word{"import", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Brought in what was known of recordings")},
    Word{"key-change", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Began to use another key")},
    Word{"key-retire", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Retired a key")},
    Word{"key-rotation-begin", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Began to rotate the keys")},
    Word{"key-rotation-end", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Rotated the keys")},
    Word{"keys", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Read which keys there are")},
    Word{"lead", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Read a lead")},
    Word{"lead-change", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Changed a lead")},
    Word{"lead-create", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Made a lead")},
    Word{"lead-import", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Imported leads")},
    Word{"leads", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Asked for leads")},
    Word{"login", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Signed in")},
    Word{"logout", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Signed out")},
    Word{"matter-change", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Changed a matter")},
    Word{"matter-create", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Made a matter")},
    Word{"matter-delete", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Deleted a matter")},
    Word{"matters", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Read the matters")},
    Word{"password", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Changed the own password")},
    Word{"policies", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Read the retention policies")},
    Word{"policy-change", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Changed a retention policy")},
    Word{"policy-create", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Made a retention policy")},
    Word{"policy-delete", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Deleted a retention policy")},
    Word{"policy-preview", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Looked what a policy would do")},
    Word{"refresh", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Renewed the sign-in")},
    Word{"retention-delete", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Deleted by retention")},
    Word{"retention-sweep-approve", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Approved a sweep")},
    Word{"retention-sweep-begin", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Began a sweep")},
    Word{"retention-sweep-end", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Ended a sweep")},
    Word{"retention-sweep-refuse", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Refused a sweep")},
    Word{"retention-sweep-wait", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "A sweep waits for a yes")},
    Word{"retention-sweeps", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Read the sweeps")},
    Word{"search", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Searched")},
    Word{"search-expiring", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Looked what ends soon")},
    Word{"storage", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Looked at the storage")},
    Word{"stream", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Listened")},
    Word{"throttled", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Tried too often to sign in")},
    Word{"ticket", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Got a link to listen")},
    Word{"token-key-rotate", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Rotated the key of sign-ins")},
    Word{"upload", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Stored a recording")},
    Word{"user-change", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Changed a user")},
    Word{"user-create", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Made a user")},
    Word{"users", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Asked for the users")},
    Word{"view", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Looked at a recording")},
    Word{"waveform", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Looked at the waveform")},
    Word{"webhook-change", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Changed a webhook")},
    Word{"webhook-create", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Made a webhook")},
    Word{"webhook-delete", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Deleted a webhook")},
    Word{"webhook-replay", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Sent a webhook again")},
    Word{"webhook-test", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Tested a webhook")},
    Word{"webhooks", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Read the webhooks")},
};

constexpr std::array fields{
    Word{"address", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Address")},
    Word{"after", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "After")},
    Word{"agentChannel", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Agent's channel")},
    Word{"agents", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Agents")},
    Word{"appliesTo", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Applies to")},
    Word{"askedAt", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Asked")},
    Word{"askedByName", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Asked by")},
    Word{"before", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Before")},
    Word{"bytes", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Bytes")},
    Word{"callDate", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Time of the call")},
    Word{"campaignId", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Campaign")},
    Word{"campaignName", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Campaign")},
    Word{"closed", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Closed")},
    Word{"closedAt", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Closed on")},
    Word{"complianceHold", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "On hold")},
    Word{"createdAt", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Made on")},
    Word{"days", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Days")},
    Word{"decidedAt", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Decided")},
    Word{"decidedByName", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Decided by")},
    Word{"disabled", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Disabled")},
    Word{"disposition", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Disposition")},
    Word{"due", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Due")},
    Word{"entries", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Entries")},
    Word{"events", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Events")},
    Word{"format", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Format")},
    Word{"fullName", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Full name")},
    Word{"holdId", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Hold")},
    Word{"id", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Number")},
    Word{"includesLater", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Also what comes later")},
    Word{"isDefault", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Is the default")},
    Word{"keyId", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Key")},
    Word{"leadId", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Lead")},
    Word{"lost", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Lost")},
    Word{"matter", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Matter")},
    Word{"matterId", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Matter")},
    Word{"matterName", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Matter")},
    Word{"message", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Sentence")},
    Word{"name", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Name")},
    Word{"newKey", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "New key")},
    Word{"newPassword", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "New password")},
    Word{"newSecret", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "New secret")},
    Word{"notes", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Notes")},
    Word{"oldKey", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Old key")},
    Word{"on", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Switched on")},
    Word{"originalName", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "File")},
    Word{"ownerName", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Owner")},
    Word{"phone", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Telephone number")},
    Word{"placedAt", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Placed on")},
    Word{"placedByName", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Placed by")},
    Word{"policyId", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Policy")},
    Word{"reason", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Reason")},
    Word{"recordingCount", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Recordings")},
    Word{"recordingId", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Recording")},
    Word{"reference", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Reference")},
    Word{"releasedAt", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Released on")},
    Word{"releasedByName", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Released by")},
    Word{"releaseReason", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Reason of the release")},
    Word{"request", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Request")},
    Word{"retentionDays", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Days")},
    Word{"reviewDate", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "To be reviewed by")},
    Word{"revision", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Revision")},
    Word{"role", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Role")},
    Word{"scope", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Covers")},
    Word{"sha256", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "SHA-256")},
    Word{"standingHolds", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Standing holds")},
    Word{"state", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "State")},
    Word{"sweepId", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Sweep")},
    Word{"text", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Text")},
    Word{"unsignedFrom", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Not signed from entry")},
    Word{"updatedAt", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Changed on")},
    Word{"url", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Address")},
    Word{"username", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Username")},
    Word{"webhookId", QT_TRANSLATE_NOOP("Holdfast::AuditWords", "Webhook")},
};

template <std::size_t Count> QString wordFor(const std::array<Word, Count> &words, const QString &ofTheContract)
{
    const auto found = std::ranges::find_if(
        words, [&](const Word &word) { return ofTheContract == QLatin1String(word.ofTheContract); });
    return found == words.end() ? ofTheContract : Words::tr(found->forPeople);
}

/// As it was left, or as it was before it went.
QString leftAs(const QJsonObject &detail, QLatin1String field)
{
    const QString after = detail.value(QLatin1String("after")).toObject().value(field).toString();
    return shownOnOneLine(after.isEmpty() ? detail.value(QLatin1String("before")).toObject().value(field).toString()
                                          : after);
}

/// What an entry is about that is neither a recording nor a lead, as its detail calls it.
QStringList aboutDetail(const AuditEntry &entry)
{
    QStringList about;
    if (const QString username = leftAs(entry.detail, QLatin1String("username")); !username.isEmpty()) {
        const QString name = leftAs(entry.detail, QLatin1String("fullName"));
        about.append(name.isEmpty() ? username : Words::tr("%1 (%2)").arg(name, username));
    } else if (const qint64 hold = entry.detail.value(QLatin1String("holdId")).toInteger(); hold > 0) {
        about.append(Words::tr("hold %1").arg(hold));
        if (const QString matter = entry.detail.value(QLatin1String("matter")).toString(); !matter.isEmpty())
            about.append(shownOnOneLine(matter));
    } else if (const QString name = leftAs(entry.detail, QLatin1String("name")); !name.isEmpty()) {
        about.append(name);
    } else if (const QString url = leftAs(entry.detail, QLatin1String("url")); !url.isEmpty()) {
        about.append(url);
    }
    return about;
}

} // namespace

QString actionWords(const QString &action)
{
    return wordFor(actions, action);
}

QString fieldWords(const QString &field)
{
    if (field.isEmpty())
        return Words::tr("State");
    QStringList words; // what is within another has a dot
    for (const QString &part : field.split(u'.'))
        words.append(wordFor(fields, part));
    return words.join(QStringLiteral(" · "));
}

QStringList knownActions()
{
    QStringList known;
    for (const Word &word : actions)
        known.append(QString::fromLatin1(word.ofTheContract));
    std::ranges::sort(known, [](const QString &a, const QString &b) {
        return QString::localeAwareCompare(actionWords(a), actionWords(b)) < 0;
    });
    return known;
}

QStringList hearingActions()
{
    return {QStringLiteral("stream"), QStringLiteral("download"), QStringLiteral("ticket")};
}

QString outcomeWords(AuditOutcome outcome)
{
    switch (outcome) {
    case AuditOutcome::Allowed:
        return Words::tr("done");
    case AuditOutcome::Refused:
        return Words::tr("refused");
    }
    Q_UNREACHABLE();
}

QString whoWords(const AuditEntry &entry)
{
    if (!entry.username.isEmpty())
        return shownOnOneLine(entry.username);
    return entry.userId.isValid() ? Words::tr("user %1").arg(entry.userId.value) : Words::tr("nobody signed in");
}

QString aboutWords(const AuditEntry &entry)
{
    QStringList about;
    if (entry.recordingId.isValid())
        about.append(Words::tr("recording %1").arg(entry.recordingId.value));
    if (entry.leadId.isValid())
        about.append(Words::tr("lead %1").arg(entry.leadId.value));
    if (about.isEmpty())
        about = aboutDetail(entry);
    return about.join(QStringLiteral(", "));
}

} // namespace Holdfast
