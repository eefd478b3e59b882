// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/ReviewPage.h"

#include "domain/Limits.h"
#include "domain/WhenFinished.h"
#include "look/Icons.h"
#include "look/PageFocus.h"
#include "look/Spacing.h"
#include "look/Text.h"
#include "review/KeptFiltersButton.h"
#include "review/ReviewFilters.h"
#include "review/ReviewTable.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Holdfast {

ReviewPage::ReviewPage(ApiClient &api, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_api(api)
    , m_search(api)
    , m_holds(api)
    , m_clock(clock)
    , m_model(m_search, clock)
    , m_filters(new ReviewFilters)
    , m_kept(new KeptFiltersButton(*m_filters))
    , m_table(new ReviewTable(m_model))
    , m_count(new QLabel)
    , m_state(new QLabel)
    , m_newsWords(new QLabel)
    , m_showNews(new QPushButton(tr("Show them")))
    , m_news(buildNews())
    , m_which(new QLabel)
    , m_why(new QLabel)
    , m_refresh(new QPushButton(icon(Icon::Retry), tr("Refresh")))
    , m_play(new QPushButton(icon(Icon::Play), tr("Play")))
    , m_history(new QPushButton(icon(Icon::Audit), tr("History")))
    , m_hold(new QPushButton(icon(Icon::Hold), tr("Hold…")))
    , m_release(new QPushButton(tr("Release…")))
    , m_save(new QPushButton(icon(Icon::Save), tr("Save")))
    , m_delete(new QPushButton(tr("Delete…")))
{
    m_state->setProperty("bad", true);
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    m_state->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::wide, Space::large, Space::wide, Space::large);
    column->setSpacing(Space::medium);
    column->addWidget(buildHead());
    column->addWidget(m_filters);
    column->addWidget(m_state);
    column->addWidget(m_news);
    column->addWidget(m_table, 1);
    column->addWidget(buildFoot());
    giveFocusTo(this, m_table);
    connectParts();
    showChosen();
}

QWidget *ReviewPage::buildHead()
{
    auto *title = new QLabel(tr("Review"));
    title->setFont(titleFont());
    m_count->setProperty("muted", true);
    m_refresh->setToolTip(tr("Reads it anew, with what was stored since (F5)"));
    auto *head = new QWidget;
    auto *line = new QHBoxLayout(head);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Space::medium);
    line->addWidget(title);
    line->addWidget(m_count, 1, Qt::AlignBottom);
    line->addWidget(m_kept);
    line->addWidget(m_refresh);
    return head;
}

void ReviewPage::connectParts()
{
    connect(m_filters, &ReviewFilters::changed, this, [this] {
        m_table->beginAtTop();
        searchFor();
    });
    connect(m_kept, &KeptFiltersButton::problem, this, &ReviewPage::say);
    connect(m_table, &ReviewTable::orderAsked, this, [this](SearchOrder order) {
        m_order = order;
        m_table->beginAtTop();
        searchFor();
    });
    connect(m_table, &ReviewTable::playRequested, this, &ReviewPage::playRequested);
    connect(m_table, &ReviewTable::chosenChanged, this, &ReviewPage::showChosen);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ReviewPage::showChosen);
    connect(&m_model, &ReviewModel::searched, this, &ReviewPage::showFound);
    connect(&m_model, &ReviewModel::pageCame, this, &ReviewPage::showFound);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &ReviewPage::showChosen);
    connect(&m_model, &ReviewModel::failed, this, &ReviewPage::showFailure);
    connect(m_refresh, &QPushButton::clicked, this, &ReviewPage::refresh);
    connect(m_play, &QPushButton::clicked, this, [this] {
        if (const Recording *recording = current())
            Q_EMIT playRequested(*recording);
    });
    connect(m_history, &QPushButton::clicked, this, [this] {
        if (const Recording *recording = current())
            Q_EMIT historyRequested(recording->id);
    });
    connect(m_hold, &QPushButton::clicked, this, [this] { openHoldSheet(HoldSheet::Deed::Hold); });
    connect(m_release, &QPushButton::clicked, this, [this] { openHoldSheet(HoldSheet::Deed::Release); });
    connect(m_delete, &QPushButton::clicked, this, &ReviewPage::openDeleteSheet);
}

void ReviewPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_table->setFocus(); // else its first button would be pressed by the key that plays
    readNames();
    if (!std::exchange(m_wasShown, true))
        return searchFor();
    catchUp();
    m_model.goOn();
}

void ReviewPage::searchFor()
{
    Result<SearchTerms> terms = m_filters->terms();
    if (!terms)
        return say(terms.error().message);
    terms->order = m_order;
    say({});
    m_count->setText(tr("Searching…"));
    m_model.search(*terms);
}

void ReviewPage::refresh()
{
    if (!m_wasShown)
        return;
    readNames();
    m_count->setText(tr("Searching…"));
    m_model.searchAgain();
}

void ReviewPage::goOn()
{
    if (!m_wasShown)
        return;
    readNames();
    m_model.goOn();
}

void ReviewPage::focusFilter()
{
    m_filters->focusWords();
}

/// Once. Where it fails, the choices stay as they are until the page is shown or read anew.
void ReviewPage::readNames()
{
    if (std::exchange(m_hasNames, true))
        return;
    m_namesProblem.clear();
    const auto lost = [this](const Failure &failure) {
        m_hasNames = false;
        if (failure.kind == FailureKind::Unreachable) // which the search says
            return;
        m_namesProblem = tr("The agents and campaigns to choose from can't be read. %1").arg(failure.message);
        sayWhatIsMissing();
    };
    whenFinished(m_search.agents(), this, [this, lost](const Result<QList<Agent>> &agents) {
        if (!agents)
            return lost(agents.error());
        m_filters->offerAgents(*agents);
        sayWhatIsMissing();
    });
    whenFinished(m_search.campaigns(), this, [this, lost](const Result<QList<Campaign>> &campaigns) {
        if (!campaigns)
            return lost(campaigns.error());
        m_filters->offerCampaigns(*campaigns);
        sayWhatIsMissing();
    });
}

/// What is wrong with the search; where nothing is, what else is wrong.
void ReviewPage::say(const QString &sentence)
{
    QStringList others = m_filters->missing();
    if (!m_namesProblem.isEmpty())
        others.append(m_namesProblem);
    m_isSayingOthers = sentence.isEmpty();
    m_state->setText(m_isSayingOthers ? others.join(QLatin1Char(' ')) : sentence);
    m_state->setVisible(!m_state->text().isEmpty());
}

void ReviewPage::sayWhatIsMissing()
{
    if (m_isSayingOthers)
        say({});
}

void ReviewPage::showFound()
{
    if (m_filters->terms())
        say({});
    const qint64 total = m_model.total();
    const QString number = QLocale().toString(total);
    if (total > ReviewModel::mostRows)
        m_count->setText(tr("%1 recordings; only the first %2 are shown: filter them")
                             .arg(number, QLocale().toString(ReviewModel::mostRows)));
    else
        m_count->setText(total == 0 ? tr("None") : total == 1 ? tr("One recording") : tr("%1 recordings").arg(number));
    m_table->setEmptySentence(m_model.terms().isEmpty() ? tr("There are no recordings on the server yet.")
                                                        : tr("No recording is as the filters say."));
    const qsizetype known = m_dispositions.size();
    for (const Recording &recording : m_model.latestPage())
        if (!recording.disposition.isEmpty() && !m_dispositions.contains(recording.disposition))
            m_dispositions.append(recording.disposition);
    if (m_dispositions.size() == known)
        return;
    m_dispositions.sort(Qt::CaseInsensitive);
    m_filters->offerDispositions(m_dispositions);
}

void ReviewPage::showFailure(const Failure &failure)
{
    const QDateTime readAt = m_model.readAt();
    QString sentence = failure.message;
    if (failure.kind == FailureKind::Unreachable)
        sentence = readAt.isValid()
                       ? tr("Review needs the server, which can't be reached. What is shown is as of %1. Holding, "
                            "releasing and deleting wait until it is back; then it goes on by itself.")
                             .arg(QLocale().toString(readAt.toLocalTime().time(), QLocale::ShortFormat))
                       : tr("Review needs the server, which can't be reached. It goes on by itself when the server is "
                            "back.");
    say(sentence);
    if (m_model.isSearching())
        m_count->setText({});
}

void ReviewPage::setKeptFilters(const KeptFilters &kept)
{
    m_kept->setKept(kept);
}

const Recording *ReviewPage::current() const
{
    return m_table->current();
}

void ReviewPage::playNext(int step)
{
    m_table->playNext(step);
}

void ReviewPage::setPlaying(RecordingId id)
{
    m_model.setPlaying(id);
}

} // namespace Holdfast
