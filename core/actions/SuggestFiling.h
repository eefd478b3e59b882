// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Lead.h"
#include "local/FilingRules.h"
#include "local/LocalStore.h"

namespace Holdfast {

/// Where a recording belongs by the name of its file.
struct Filing
{
    std::optional<Lead> lead;
    std::optional<QDateTime> callDate; ///< UTC
    QString sentence;                  ///< why that lead, or why none; empty where the name tells nothing of it
    QString dateSentence;              ///< why the day that it tells is not taken
    QString remedy;                    ///< why none, with what a person does about it

    QString whyNone() const; ///< where there is no lead: one sentence for whoever has to file it
};

/// Reads file names by the rules, and finds the leads that they tell of among those of this computer. To make one takes
/// longer than many names. UI thread; a few indexed statements each.
class SuggestFiling
{
    Q_DECLARE_TR_FUNCTIONS(Holdfast::SuggestFiling)
public:
    SuggestFiling(const LocalStore &store, const FilingRules &rules);

    Result<Filing> of(const QString &fileName, const QDateTime &now) const;

private:
    std::optional<NamedCall> read(const QString &fileName) const;
    Done findLead(const NamedCall &call, Filing &filing) const;
    void chooseAmong(const QList<Lead> &leads, const QString &told, Filing &filing) const;

    const LocalStore &m_store;
    QList<NamePattern> m_patterns; ///< read once for all names
    QTimeZone m_zone;
    QString m_region;
};

} // namespace Holdfast
