// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/SuggestFiling.h"

namespace Holdfast {

namespace {

constexpr qint64 secondsAhead = 24 * 60 * 60; // clocks and time zones differ

QString namesOf(const QList<Lead> &leads)
{
    constexpr qsizetype most = 3;
    QStringList names;
    for (const Lead &lead : leads.first(std::min(most, leads.size())))
        names.append(lead.name);
    return names.join(QStringLiteral(", ")) + (leads.size() > most ? QStringLiteral(", …") : QString());
}

} // namespace

SuggestFiling::SuggestFiling(const LocalStore &store, const FilingRules &rules)
    : m_store(store)
    , m_patterns(rules.parsedPatterns())
    , m_zone(rules.zone)
    , m_region(rules.region)
{
}

QString Filing::whyNone() const
{
    return remedy.isEmpty() ? SuggestFiling::tr("Its name tells no lead: attach it by hand to the lead that it belongs "
                                                "to.")
                            : remedy;
}

/// The first pattern that fits counts.
std::optional<NamedCall> SuggestFiling::read(const QString &fileName) const
{
    for (const NamePattern &pattern : m_patterns)
        if (auto call = pattern.match(fileName, m_zone))
            return call;
    return std::nullopt;
}

Result<Filing> SuggestFiling::of(const QString &fileName, const QDateTime &now) const
{
    Filing filing;
    const std::optional<NamedCall> call = read(fileName);
    if (!call)
        return filing;
    if (Done found = findLead(*call, filing); !found)
        return fail(found.error());
    if (call->callDate && now.secsTo(*call->callDate) <= secondsAhead)
        filing.callDate = call->callDate;
    else if (call->callDate)
        filing.dateSentence = tr("The day in its name is still to come, so it is not taken.");
    return filing;
}

Done SuggestFiling::findLead(const NamedCall &call, Filing &filing) const
{
    if (call.leadId) {
        const Result<std::optional<Lead>> lead = m_store.lead(*call.leadId);
        if (!lead)
            return fail(lead.error());
        filing.lead = *lead;
        filing.sentence = *lead ? tr("Its name has the number of the lead.")
                                : tr("Lead %1 in its name is none of yours.").arg(call.leadId->value);
        filing.remedy = tr("Its name tells lead %1, which is none of yours: attach it by hand to the lead that it "
                           "belongs to.")
                            .arg(call.leadId->value);
        return {};
    }
    const QString told = call.phone.isEmpty() ? call.leadName : call.phone;
    if (told.isEmpty())
        return {};
    const Result<QList<Lead>> leads =
        call.phone.isEmpty() ? m_store.leadsNamed(told) : m_store.leadsWithPhone(told, m_region);
    if (!leads)
        return fail(leads.error());
    chooseAmong(*leads, told, filing);
    if (leads->isEmpty())
        filing.remedy = call.phone.isEmpty()
                            ? tr("Its name tells “%1”, but no lead of yours is called that: attach it by hand to the "
                                 "lead that it belongs to.")
                                  .arg(told)
                            : tr("Its name tells the number %1, but no lead of yours has it: attach it by hand to the "
                                 "lead that it belongs to.")
                                  .arg(told);
    return {};
}

void SuggestFiling::chooseAmong(const QList<Lead> &leads, const QString &told, Filing &filing) const
{
    if (leads.isEmpty()) {
        filing.sentence = tr("No lead of yours has %1.").arg(told);
    } else if (leads.size() > 1) {
        filing.sentence = tr("%1 is more than one lead: %2.").arg(told, namesOf(leads));
        filing.remedy = tr("Its name tells %1, which is more than one lead (%2): attach it by hand to the right one.")
                            .arg(told, namesOf(leads));
    } else {
        filing.lead = leads.first();
        filing.sentence = tr("%1 in its name is %2.").arg(told, leads.first().name);
    }
}

} // namespace Holdfast
