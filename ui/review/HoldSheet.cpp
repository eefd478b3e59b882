// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/HoldSheet.h"

#include "domain/Limits.h"
#include "domain/WhenFinished.h"
#include "look/RefusedEnter.h"
#include "look/Spacing.h"
#include "look/Text.h"
#include "review/RecordingWords.h"
#include "review/RetentionWords.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QStringListModel>
#include <QVBoxLayout>

#include <algorithm>

namespace Holdfast {

namespace {

constexpr QSize usual(680, 520);

} // namespace

HoldSheet::HoldSheet(Deed deed, QList<Recording> recordings, HoldOrderCalls calls, const Clock &clock, QWidget *parent)
    : QDialog(parent)
    , m_deed(deed)
    , m_recordings(std::move(recordings))
    , m_calls(calls)
    , m_title(new QLabel(this))
    , m_help(new QLabel(this))
    , m_lines(new QStringListModel(this))
    , m_matter(new QLineEdit(this))
    , m_reason(new QLineEdit(this))
    , m_state(new QLabel(this))
    , m_run(new QPushButton(this))
    , m_leave(new QPushButton(tr("Cancel"), this))
{
    resize(usual);
    build();
    fillWords(clock());
    connect(m_run, &QPushButton::clicked, this, &HoldSheet::carryOut);
    connect(m_leave, &QPushButton::clicked, this, &HoldSheet::reject);
    for (const QLineEdit *line : {m_matter, m_reason})
        connect(line, &QLineEdit::textChanged, this, &HoldSheet::showWhatCanBeDone);
    new RefusedEnter(
        *this, *m_run, [this] { return m_isAsking ? QString() : missing(); },
        [this](const QString &sentence) {
            m_saysMissing = true;
            m_state->setText(sentence);
            showWhatCanBeDone();
        });
    m_reason->setFocus();
    showWhatCanBeDone();
}

void HoldSheet::build()
{
    m_title->setFont(titleFont());
    m_help->setWordWrap(true);
    m_help->setProperty("muted", true);
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    auto *list = new QListView(this);
    list->setModel(m_lines);
    list->setAccessibleName(tr("The recordings"));
    list->setUniformItemSizes(false);
    list->setWordWrap(true);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_matter->setMaxLength(longestName);
    m_reason->setMaxLength(longestReason);
    m_matter->setPlaceholderText(tr("The case, where it has a name"));
    auto *form = new QFormLayout;
    form->setSpacing(Space::small);
    form->addRow(tr("&Reason"), m_reason);
    form->addRow(tr("&Matter"), m_matter);
    m_run->setProperty("primary", true);
    m_run->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::small);
    buttons->addStretch();
    buttons->addWidget(m_leave);
    buttons->addWidget(m_run);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::wide, Space::wide, Space::wide, Space::large);
    column->setSpacing(Space::medium);
    column->addWidget(m_title);
    column->addWidget(m_help);
    column->addLayout(form);
    column->addWidget(list, 1);
    column->addWidget(m_state);
    column->addLayout(buttons);
}

void HoldSheet::fillWords(const QDateTime &now)
{
    const int count = static_cast<int>(m_recordings.size());
    const bool holds = m_deed == Deed::Hold;
    const QString title =
        holds ? tr("Hold %n recording(s)", nullptr, count) : tr("Release %n recording(s)", nullptr, count);
    setWindowTitle(title);
    m_title->setText(title);
    m_run->setText(holds ? tr("Hold") : tr("Release"));
    m_help->setText(
        holds ? tr("What is on hold can't be deleted, by nobody and by no policy, until it is released. Say "
                   "why, or for which matter.")
              : tr("Releases the holds that were placed on these recordings one by one: those of the matter that "
                   "you name, or those without a matter. What is held by a lead, by a search or for another "
                   "matter stays on hold; see Holds for that. What goes free rests for some days before "
                   "retention may delete it."));
    m_reason->setPlaceholderText(holds ? tr("Why it is to be kept") : tr("Why it may go"));
    QStringList lines;
    for (const Recording &recording : std::as_const(m_recordings)) {
        const bool isDue = recording.retentionUntil <= now;
        const QString day = dayText(recording.retentionUntil);
        const QString state = recording.complianceHold ? tr("on hold") : tr("not on hold");
        lines.append(lineOf(recording, isDue ? tr("%1, due since %2 by its policy").arg(state, day)
                                             : tr("%1, ends %2 by its policy").arg(state, day)));
    }
    m_lines->setStringList(lines);
}

QString HoldSheet::lineOf(const Recording &recording, const QString &then) const
{
    return tr("%1: %2").arg(recordingLine(recording), then);
}

QString HoldSheet::missing() const
{
    const bool isSaid =
        m_deed == Deed::Release || !m_reason->text().trimmed().isEmpty() || !m_matter->text().trimmed().isEmpty();
    return isSaid ? QString() : tr("Nothing is held yet: write a reason or a matter.");
}

void HoldSheet::showWhatCanBeDone()
{
    const QString missing = this->missing();
    if (m_saysMissing && missing.isEmpty()) {
        m_saysMissing = false;
        m_state->clear();
    }
    m_run->setEnabled(!m_isAsking && !m_isDone && missing.isEmpty());
    m_run->setVisible(!m_isDone);
    m_leave->setEnabled(!m_isAsking);
    m_leave->setText(m_isDone ? tr("Close") : tr("Cancel"));
    m_reason->setEnabled(!m_isAsking && !m_isDone);
    m_matter->setEnabled(!m_isAsking && !m_isDone);
    m_state->setVisible(!m_state->text().isEmpty());
}

void HoldSheet::carryOut()
{
    HoldOrder order;
    for (const Recording &recording : std::as_const(m_recordings))
        order.recordings.append(recording.id);
    order.complianceHold = m_deed == Deed::Hold;
    order.reason = m_reason->text().trimmed();
    order.matter = m_matter->text().simplified();
    m_isAsking = true;
    m_state->setText(tr("Asking the server…"));
    showWhatCanBeDone();
    whenFinished(m_calls.carryOut(order), this, [this](const Result<QList<HoldOutcome>> &outcomes) {
        m_isAsking = false;
        if (outcomes)
            tell(*outcomes);
        else if (outcomes.error().kind == FailureKind::Unreachable)
            m_state->setText(
                tr("The server gave no answer, so nobody knows whether it was done. Once it is back, do it "
                   "again: what was done already stays as it is."));
        else
            m_state->setText(outcomes.error().message);
        showWhatCanBeDone();
        if (m_isDone)
            m_leave->setFocus();
        Q_EMIT carriedOut();
    });
}

void HoldSheet::tell(const QList<HoldOutcome> &outcomes)
{
    QStringList asWanted;
    QStringList others; // come first
    for (const HoldOutcome &outcome : outcomes) {
        const auto found = std::ranges::find(m_recordings, outcome.recording, &Recording::id);
        if (found == m_recordings.end())
            continue;
        const bool isDone = outcome.what == HoldOutcome::What::CarriedOut &&
                            outcome.complianceHold == (m_deed == Deed::Hold) && outcome.message.isEmpty();
        (isDone ? asWanted : others).append(lineOf(*found, wordsFor(outcome)));
    }
    m_isDone = true;
    const int done = static_cast<int>(asWanted.size());
    const int left = static_cast<int>(m_recordings.size()) - done;
    const QString words = m_deed == Deed::Hold ? tr("%n recording(s) on hold now.", nullptr, done)
                                               : tr("%n recording(s) free now.", nullptr, done);
    m_state->setText(left == 0 ? words : words + QLatin1Char(' ') + tr("%n other(s): see above why.", nullptr, left));
    m_lines->setStringList(others + asWanted);
}

QString HoldSheet::wordsFor(const HoldOutcome &outcome) const
{
    switch (outcome.what) {
    case HoldOutcome::What::CarriedOut:
        if (!outcome.message.isEmpty())
            return outcome.message;
        return outcome.complianceHold ? tr("on hold") : tr("free");
    case HoldOutcome::What::WaitsForSecondPerson:
        return tr("stays on hold until a second person approves its release");
    case HoldOutcome::What::Refused:
        return outcome.message.isEmpty() ? tr("refused") : outcome.message;
    }
    Q_UNREACHABLE();
}

void HoldSheet::reject()
{
    if (!m_isAsking)
        QDialog::reject();
}

} // namespace Holdfast
