// SPDX-License-Identifier: GPL-3.0-or-later
#include "holds/PlaceHoldSheet.h"

#include "domain/Limits.h"
#include "domain/ShownText.h"
#include "domain/WhenFinished.h"
#include "holds/LeadChoice.h"
#include "lists/ChoiceBar.h"
#include "look/Card.h"
#include "look/Spacing.h"
#include "look/Text.h"
#include "review/ReviewFilters.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Holdfast {

namespace {

constexpr QSize usual(860, 580);
constexpr std::chrono::milliseconds settledAfter{300};

constexpr HoldScope scopes[] = {HoldScope::Lead, HoldScope::Search, HoldScope::Recording}; // as they are offered

} // namespace

PlaceHoldSheet::PlaceHoldSheet(const QList<Matter> &matters, MatterId chosen, const AgentsAndCampaigns &known,
                               const Calls &calls, const Clock &clock, QWidget *parent)
    : QDialog(parent)
    , m_calls(calls)
    , m_matter(new QComboBox(this))
    , m_reason(new QLineEdit(this))
    , m_scope(new ChoiceBar(this))
    , m_what(new QStackedWidget(this))
    , m_lead(new LeadChoice(calls.leads, clock))
    , m_filters(new ReviewFilters)
    , m_later(new QCheckBox(tr("Also what is stored &later"), this))
    , m_found(makeMutedLabel({}, this))
    , m_state(new QLabel(this))
    , m_run(new QPushButton(tr("Hold"), this))
    , m_leave(new QPushButton(tr("Cancel"), this))
{
    resize(usual);
    setWindowTitle(tr("Place a hold"));
    fillMatters(matters, chosen);
    m_filters->leaveOutHolds();
    m_filters->offerAgents(known.agents());
    m_filters->offerCampaigns(known.campaigns());
    build();
    connectParts();
    m_reason->setFocus();
    showScope();
}

void PlaceHoldSheet::fillMatters(const QList<Matter> &matters, MatterId chosen)
{
    for (const Matter &matter : matters)
        m_matter->addItem(shownOnOneLine(matter.name), matter.id.value);
    const int index = m_matter->findData(chosen.isValid() ? chosen.value : defaultMatter.value);
    m_matter->setCurrentIndex(std::max(0, index));
    m_matter->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
}

void PlaceHoldSheet::build()
{
    auto *head = new QLabel(tr("Place a hold"), this);
    head->setFont(titleFont());
    m_reason->setMaxLength(longestReason);
    m_reason->setPlaceholderText(tr("Why it is to be kept"));
    m_state->setProperty("bad", true);
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    for (const QString &title : {tr("All of a lead"), tr("All that a search finds"), tr("One recording")})
        m_scope->add(title);
    auto *searching = new QWidget;
    auto *searchColumn = new QVBoxLayout(searching);
    searchColumn->setContentsMargins(0, 0, 0, 0);
    searchColumn->addWidget(m_filters);
    searchColumn->addWidget(m_found);
    searchColumn->addStretch();
    m_what->addWidget(m_lead);
    m_what->addWidget(searching);
    auto *form = new QFormLayout;
    form->setSpacing(Space::small);
    form->addRow(tr("&Reason"), m_reason);
    form->addRow(tr("&Matter"), m_matter);
    m_run->setProperty("primary", true);
    m_run->setAutoDefault(false); // Enter in a line finds, and holds nothing
    m_leave->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::small);
    buttons->addWidget(m_later);
    buttons->addStretch();
    buttons->addWidget(m_leave);
    buttons->addWidget(m_run);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::wide, Space::wide, Space::wide, Space::large);
    column->setSpacing(Space::medium);
    column->addWidget(head);
    column->addLayout(form);
    column->addWidget(m_scope, 0, Qt::AlignLeading);
    column->addWidget(m_what, 1);
    column->addWidget(m_state);
    column->addLayout(buttons);
}

void PlaceHoldSheet::connectParts()
{
    m_settled.setSingleShot(true);
    connect(&m_settled, &QTimer::timeout, this, &PlaceHoldSheet::countFound);
    connect(m_scope, &ChoiceBar::chosenChanged, this, &PlaceHoldSheet::showScope);
    connect(m_filters, &ReviewFilters::changed, this, [this] {
        m_settled.start(settledAfter);
        showWhatCanBeDone();
    });
    connect(m_lead, &LeadChoice::chosenChanged, this, &PlaceHoldSheet::showWhatCanBeDone);
    connect(m_lead, &LeadChoice::failed, this, [this](const Failure &failure) {
        m_state->setText(failure.message);
        showWhatCanBeDone();
    });
    connect(m_reason, &QLineEdit::textChanged, this, &PlaceHoldSheet::showWhatCanBeDone);
    connect(m_reason, &QLineEdit::returnPressed, this, [this] {
        m_saysMissing = true;
        showWhatCanBeDone();
    });
    connect(m_matter, &QComboBox::currentIndexChanged, this, &PlaceHoldSheet::showWhatCanBeDone);
    connect(m_run, &QPushButton::clicked, this, &PlaceHoldSheet::place);
    connect(m_leave, &QPushButton::clicked, this, &PlaceHoldSheet::reject);
}

HoldScope PlaceHoldSheet::scope() const
{
    return scopes[m_scope->chosen()];
}

void PlaceHoldSheet::showScope()
{
    m_what->setCurrentIndex(scope() == HoldScope::Search ? 1 : 0);
    m_lead->setRecordingsOffered(scope() == HoldScope::Recording);
    m_later->setVisible(scope() != HoldScope::Recording);
    if (scope() == HoldScope::Search)
        countFound();
    showWhatCanBeDone();
}

void PlaceHoldSheet::countFound()
{
    const int turn = ++m_turn;
    const Result<SearchTerms> terms = m_filters->terms();
    if (!terms || terms->isEmpty()) {
        m_found->setText(terms ? tr("Say what to look for: a hold over everything is refused.")
                               : terms.error().message);
        return;
    }
    m_found->setText(tr("Counting…"));
    whenFinished(m_calls.search.page(*terms, 0, 1), this, [this, turn](const Result<RecordingSearchCalls::Page> &page) {
        if (turn != m_turn)
            return;
        m_found->setText(page ? tr("%Ln recording(s) are found now.", nullptr, static_cast<int>(page->total))
                              : page.error().message);
    });
}

/// Malformed, without a word, where something is still to be chosen.
Result<HoldRequest> PlaceHoldSheet::request() const
{
    HoldRequest request;
    request.matterId.value = m_matter->currentData().toLongLong();
    request.reason = m_reason->text().trimmed();
    request.scope = scope();
    request.includesLater = scope() != HoldScope::Recording && m_later->isChecked();
    const auto missing = fail(FailureKind::Malformed, {});
    if (!request.matterId.isValid() || (request.matterId == defaultMatter && request.reason.isEmpty()))
        return missing;
    switch (request.scope) {
    case HoldScope::Recording:
        if (!m_lead->recording())
            return missing;
        request.recordingIds = {m_lead->recording()->id};
        return request;
    case HoldScope::Lead:
        if (!m_lead->lead())
            return missing;
        request.leadId = m_lead->lead()->id;
        return request;
    case HoldScope::Search: {
        const Result<SearchTerms> terms = m_filters->terms();
        if (!terms || terms->isEmpty())
            return missing;
        request.search = HoldCalls::searchFor(*terms);
        return request;
    }
    }
    Q_UNREACHABLE();
}

/// Where nothing is searched for, the filters say so themselves.
QString PlaceHoldSheet::missing() const
{
    const MatterId matter{m_matter->currentData().toLongLong()};
    if (matter == defaultMatter && m_reason->text().trimmed().isEmpty())
        return tr("Say why it is to be kept, or choose a matter that says it.");
    if (scope() == HoldScope::Lead && !m_lead->lead())
        return tr("Choose the lead.");
    return scope() == HoldScope::Recording && !m_lead->recording() ? tr("Choose the recording.") : QString();
}

void PlaceHoldSheet::showWhatCanBeDone()
{
    if (m_saysMissing) {
        m_state->setText(missing());
        m_saysMissing = !m_state->text().isEmpty();
    }
    m_run->setEnabled(!m_isDoing && request().has_value());
    m_leave->setEnabled(!m_isDoing);
    m_state->setVisible(!m_state->text().isEmpty());
}

void PlaceHoldSheet::place()
{
    const Result<HoldRequest> wanted = request();
    if (!wanted)
        return;
    m_isDoing = true;
    m_state->clear();
    showWhatCanBeDone();
    whenFinished(m_calls.holds.place(*wanted), this, [this](const Result<Hold> &placed) {
        m_isDoing = false;
        Q_EMIT done();
        if (placed)
            return accept();
        m_state->setText(
            placed.error().kind == FailureKind::Unreachable
                ? tr("The server gave no answer, so nobody knows whether it is held. Once it is back, look "
                     "at the holds first.")
                : placed.error().message);
        showWhatCanBeDone();
    });
}

void PlaceHoldSheet::reject()
{
    if (!m_isDoing)
        QDialog::reject();
}

} // namespace Holdfast
