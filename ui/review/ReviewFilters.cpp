// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/ReviewFilters.h"

#include "domain/Limits.h"
#include "domain/Recording.h"
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

constexpr std::chrono::milliseconds toldAfter{300};
constexpr int longestWords = 200;
constexpr int longestTyped = 40; ///< of a day or a length
constexpr int leastLetters = 12; ///< of a name that a choice shows

/// The moment at which a day begins here.
QDateTime beginOf(const QDate &day)
{
    return day.startOfDay(Qt::LocalTime).toUTC();
}

/// Answers which these are.
QSet<qint64> offer(QComboBox &choice, const QList<std::pair<QString, qint64>> &names)
{
    const QSignalBlocker quiet(&choice);
    const QVariant chosen = choice.currentData();
    const QString chosenName = choice.currentText();
    while (choice.count() > 1)
        choice.removeItem(1);
    QSet<qint64> ids;
    for (const auto &[name, id] : names) {
        choice.addItem(name, id);
        ids.insert(id);
    }
    if (chosen.isValid() && choice.findData(chosen) < 0)
        choice.addItem(chosenName, chosen);
    choice.setCurrentIndex(chosen.isValid() ? choice.findData(chosen) : 0);
    return ids;
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
    : QWidget(parent)
    , m_words(addLine(tr("Words"), tr("Words in notes, lead's name or number")))
    , m_agent(addChoice(tr("Agent"), tr("All agents")))
    , m_campaign(addChoice(tr("Campaign"), tr("All campaigns")))
    , m_hold(addChoice(tr("Hold"), tr("Held or not")))
    , m_disposition(new WordBox(tr("Disposition"), maxDispositionLength, this))
    , m_from(addLine(tr("Stored from this day on"), tr("Stored from")))
    , m_until(addLine(tr("Stored until this day"), tr("Stored until")))
    , m_shortest(addLine(tr("At least so long"), tr("From m:ss")))
    , m_longest(addLine(tr("At most so long"), tr("To m:ss")))
    , m_showAll(new QPushButton(icon(Icon::Cancel), tr("Show all"), this))
{
    m_words->addAction(icon(Icon::Search), QLineEdit::LeadingPosition);
    m_words->setMaxLength(longestWords);
    m_hold->addItem(tr("On hold"), true);
    m_hold->addItem(tr("Not on hold"), false);
    m_disposition->setHint(tr("Disposition"));
    m_showAll->setToolTip(tr("Takes all filters away"));
    m_showAll->setEnabled(false);
    m_typed.setSingleShot(true);
    m_typed.setInterval(toldAfter);
    connect(&m_typed, &QTimer::timeout, this, &ReviewFilters::tell);
    connect(m_disposition, &WordBox::chosen, this, &ReviewFilters::tell);
    connect(m_showAll, &QPushButton::clicked, this, &ReviewFilters::clear);
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
    second->addWidget(m_showAll);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::small);
    column->addLayout(first);
    column->addLayout(second);
}

QLineEdit *ReviewFilters::addLine(const QString &name, const QString &hint)
{
    auto *line = new QLineEdit(this);
    line->setAccessibleName(name);
    line->setToolTip(name);
    line->setPlaceholderText(hint);
    line->setMaxLength(longestTyped);
    connect(line, &QLineEdit::textEdited, this, [this] { m_typed.start(); });
    connect(line, &QLineEdit::returnPressed, this, &ReviewFilters::tell);
    return line;
}

QComboBox *ReviewFilters::addChoice(const QString &name, const QString &all)
{
    auto *choice = new QComboBox(this);
    choice->setAccessibleName(name);
    choice->addItem(all);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(leastLetters);
    connect(choice, &QComboBox::currentIndexChanged, this, &ReviewFilters::tell);
    return choice;
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
        terms.storedUntil = beginOf(filter->storedUntil->addDays(1)).addMSecs(-1);
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
    QList<std::pair<QString, qint64>> names;
    for (const Agent &agent : agents)
        names.append({agent.fullName, agent.id.value});
    m_agents = offer(*m_agent, names);
}

void ReviewFilters::offerCampaigns(const QList<Campaign> &campaigns)
{
    QList<std::pair<QString, qint64>> names;
    for (const Campaign &campaign : campaigns)
        names.append({campaign.name, campaign.id.value});
    m_campaigns = offer(*m_campaign, names);
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

void ReviewFilters::clear()
{
    for (QComboBox *choice : {m_agent, m_campaign, m_hold}) {
        const QSignalBlocker quiet(choice);
        choice->setCurrentIndex(0);
    }
    for (QLineEdit *line : {m_words, m_from, m_until, m_shortest, m_longest})
        line->clear();
    m_disposition->show({});
    tell();
}

void ReviewFilters::tell()
{
    m_typed.stop();
    const Result<SearchTerms> now = terms();
    m_showAll->setEnabled(!now || !now->isEmpty());
    Q_EMIT changed();
}

} // namespace Holdfast
