// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/ReviewFilters.h"

#include "domain/Limits.h"
#include "domain/Recording.h"
#include "domain/ShownText.h"
#include "look/Icons.h"
#include "look/Spacing.h"
#include "look/WordBox.h"
#include "review/FilterText.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace Holdfast {

namespace {

constexpr int longestWords = 200;

QSet<qint64> numbersOf(const QList<std::pair<QString, qint64>> &offers)
{
    QSet<qint64> numbers;
    for (const auto &[words, number] : offers)
        numbers.insert(number);
    return numbers;
}

std::optional<qint64> idIn(const QComboBox &choice)
{
    return choice.currentData().isValid() ? std::optional(choice.currentData().toLongLong()) : std::nullopt;
}

/// Without telling of it. One that is not offered bears the name it had.
void choose(QComboBox &choice, const std::optional<qint64> &id, const QString &name)
{
    const QSignalBlocker quiet(&choice);
    if (id && choice.findData(*id) < 0)
        choice.addItem(name, *id);
    choice.setCurrentIndex(id ? choice.findData(*id) : 0);
}

template <class Tag> std::optional<qint64> numberOf(const std::optional<Id<Tag>> &id)
{
    return id ? std::optional(id->value) : std::nullopt;
}

QString dayTyped(const std::optional<QDate> &day)
{
    return day ? day->toString(Qt::ISODate) : QString();
}

QString lengthTyped(const std::optional<std::chrono::seconds> &length)
{
    return length ? durationText(*length) : QString();
}

} // namespace

ReviewFilters::ReviewFilters(QWidget *parent)
    : FilterFields(parent)
    , m_words(addLine(tr("Words"), tr("Words in notes, lead's name or number")))
    , m_agent(addChoice(tr("Agent"), tr("All agents")))
    , m_campaign(addChoice(tr("Campaign"), tr("All campaigns")))
    , m_hold(addChoice(tr("Hold"), tr("Held or not")))
    , m_disposition(new WordBox(tr("Disposition"), maxDispositionLength, this))
    , m_from(addLine(tr("Stored from this day on"), tr("Stored from")))
    , m_until(addLine(tr("Stored until this day"), tr("Stored until")))
    , m_shortest(addLine(tr("At least so long"), tr("From m:ss")))
    , m_longest(addLine(tr("At most so long"), tr("To m:ss")))
{
    m_words->addAction(icon(Icon::Search), QLineEdit::LeadingPosition);
    m_words->setMaxLength(longestWords);
    m_hold->addItem(tr("On hold"), true);
    m_hold->addItem(tr("Not on hold"), false);
    m_disposition->setHint(tr("Disposition"));
    connect(m_disposition, &WordBox::chosen, this, &ReviewFilters::tell);
    build();
}

void ReviewFilters::build()
{
    auto *first = new QHBoxLayout;
    first->setSpacing(Space::small);
    first->addWidget(m_words, 3);
    first->addWidget(m_agent, 1);
    first->addWidget(m_campaign, 1);
    first->addWidget(m_hold, 1);
    auto *second = new QHBoxLayout;
    second->setSpacing(Space::small);
    second->addWidget(m_disposition, 2);
    for (QLineEdit *line : {m_from, m_until, m_shortest, m_longest})
        second->addWidget(line, 1);
    second->addWidget(showAll());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::small);
    column->addLayout(first);
    column->addLayout(second);
}

Result<KeptFilter> ReviewFilters::filter() const
{
    const auto from = dayFromText(m_from->text(), QLocale());
    const auto until = dayFromText(m_until->text(), QLocale());
    if (!from || !until)
        return fail(from ? until.error() : from.error());
    const auto shortest = lengthFromText(m_shortest->text());
    const auto longest = lengthFromText(m_longest->text());
    if (!shortest || !longest)
        return fail(shortest ? longest.error() : shortest.error());
    KeptFilter filter;
    filter.words = m_words->text().simplified();
    if (const auto agent = idIn(*m_agent)) {
        filter.agentId = UserId{*agent};
        filter.agentName = m_agent->currentText();
    }
    if (const auto campaign = idIn(*m_campaign)) {
        filter.campaignId = CampaignId{*campaign};
        filter.campaignName = m_campaign->currentText();
    }
    filter.disposition = m_disposition->word();
    if (m_hold->currentData().isValid())
        filter.complianceHold = m_hold->currentData().toBool();
    filter.storedFrom = *from;
    filter.storedUntil = *until;
    filter.shortest = *shortest;
    filter.longest = *longest;
    return filter;
}

Result<SearchTerms> ReviewFilters::terms() const
{
    const Result<KeptFilter> filter = this->filter();
    if (!filter)
        return fail(filter.error());
    SearchTerms terms;
    terms.words = filter->words;
    terms.agentId = filter->agentId;
    terms.campaignId = filter->campaignId;
    terms.disposition = filter->disposition;
    terms.complianceHold = filter->complianceHold;
    if (filter->storedFrom)
        terms.storedFrom = beginOf(*filter->storedFrom);
    if (filter->storedUntil)
        terms.storedUntil = endOf(*filter->storedUntil);
    terms.shortest = filter->shortest;
    terms.longest = filter->longest;
    return terms;
}

void ReviewFilters::setFilter(const KeptFilter &filter)
{
    m_words->setText(filter.words);
    choose(*m_agent, numberOf(filter.agentId), filter.agentName);
    choose(*m_campaign, numberOf(filter.campaignId), filter.campaignName);
    {
        const QSignalBlocker quiet(m_hold);
        m_hold->setCurrentIndex(filter.complianceHold ? m_hold->findData(*filter.complianceHold) : 0);
    }
    m_disposition->show(filter.disposition);
    m_from->setText(dayTyped(filter.storedFrom));
    m_until->setText(dayTyped(filter.storedUntil));
    m_shortest->setText(lengthTyped(filter.shortest));
    m_longest->setText(lengthTyped(filter.longest));
    tell();
}

QStringList ReviewFilters::missing() const
{
    QStringList sentences;
    const auto agent = idIn(*m_agent);
    if (agent && m_agents && !m_agents->contains(*agent))
        sentences.append(tr("The server knows no agent “%1” any more. Shown is what is still kept of that agent.")
                             .arg(m_agent->currentText()));
    const auto campaign = idIn(*m_campaign);
    if (campaign && m_campaigns && !m_campaigns->contains(*campaign))
        sentences.append(tr("The server knows no campaign “%1” any more. Shown is what is still kept of that campaign.")
                             .arg(m_campaign->currentText()));
    return sentences;
}

void ReviewFilters::offerAgents(const QList<Agent> &agents)
{
    const Offers offers = offersOf(agents);
    offer(*m_agent, offers);
    m_agents = numbersOf(offers);
}

void ReviewFilters::offerCampaigns(const QList<Campaign> &campaigns)
{
    Offers offers;
    for (const Campaign &campaign : campaigns)
        offers.append({shownOnOneLine(campaign.name), campaign.id.value});
    offer(*m_campaign, offers);
    m_campaigns = numbersOf(offers);
}

void ReviewFilters::offerDispositions(const QStringList &words)
{
    if (!m_disposition->isBeingTyped())
        m_disposition->offer(words);
}

void ReviewFilters::focusWords()
{
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

void ReviewFilters::leaveOutHolds()
{
    m_hold->setCurrentIndex(0);
    m_hold->hide();
}

void ReviewFilters::empty()
{
    chooseFirst({m_agent, m_campaign, m_hold});
    for (QLineEdit *line : {m_words, m_from, m_until, m_shortest, m_longest})
        line->clear();
    m_disposition->show({});
}

bool ReviewFilters::isFiltering() const
{
    const Result<SearchTerms> now = terms();
    return !now || !now->isEmpty();
}

} // namespace Holdfast
