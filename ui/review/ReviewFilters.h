// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/KeptFilter.h"
#include "domain/Lead.h"
#include "domain/Result.h"
#include "domain/SearchTerms.h"
#include "lists/FilterFields.h"

#include <QSet>
namespace Holdfast {

class WordBox;

/// What is looked for: words, agent, campaign, disposition, hold, days and lengths. UI thread.
class ReviewFilters : public FilterFields
{
    Q_OBJECT
public:
    explicit ReviewFilters(QWidget *parent = nullptr);

    /// As it stands in the fields. Malformed, with a sentence, where a day or a length is none.
    Result<SearchTerms> terms() const;
    void offerAgents(const QList<Agent> &agents); ///< what is chosen stays
    void offerCampaigns(const QList<Campaign> &campaigns);
    void offerDispositions(const QStringList &words);
    void focusWords();
    void leaveOutHolds(); ///< it is not asked whether something is held

    /// As it stands in the fields, without a name of its own. Malformed, with a sentence, as terms().
    Result<KeptFilter> filter() const;
    void setFilter(const KeptFilter &filter); ///< looks for it at once
    /// A sentence for each that is chosen and that the server does not know any more; empty until it was asked.
    QStringList missing() const;

protected:
    bool isFiltering() const override;
    void empty() override;

private:
    void build();

    std::optional<QSet<qint64>> m_agents; ///< that the server knows; none until they were offered
    std::optional<QSet<qint64>> m_campaigns;
    QLineEdit *m_words;
    QComboBox *m_agent;
    QComboBox *m_campaign;
    QComboBox *m_hold;
    WordBox *m_disposition;
    QLineEdit *m_from;
    QLineEdit *m_until;
    QLineEdit *m_shortest;
    QLineEdit *m_longest;
};

} // namespace Holdfast
