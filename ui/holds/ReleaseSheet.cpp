// SPDX-License-Identifier: GPL-3.0-or-later
#include "holds/ReleaseSheet.h"

#include "domain/Limits.h"
#include "domain/ShownText.h"
#include "holds/HoldWords.h"
#include "lists/RowsTable.h"
#include "look/Icons.h"
#include "look/Spacing.h"
#include "review/RetentionWords.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Holdfast {

namespace {

constexpr QSize usual(860, 560);

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Holdfast::ReleaseSheet)
public:
    static QList<RowColumn<ReleaseEffects::Freed>> columns()
    {
        using Freed = ReleaseEffects::Freed;
        return {
            {tr("Lead"), [](const Freed &freed) { return freed.leadName; }, {120, 2}},
            {tr("Recording"), [](const Freed &freed) { return ltr(freed.originalName); }, {100, 1, false, true}},
            {tr("Ends"), [](const Freed &freed) { return dayText(freed.end.until); }, {112, 0.2, true}},
            {tr("Because"), because, {200, 4}, sign},
        };
    }

private:
    static QString because(const ReleaseEffects::Freed &freed)
    {
        if (freed.takenByNextSweep)
            return tr("Gone at the next sweep. %1").arg(reasonWords(freed.end.reason));
        return freed.end.reason.coolingOffUntil ? tr("It rests until then; its policy would have ended it before.")
                                                : reasonWords(freed.end.reason);
    }
    static QIcon sign(const ReleaseEffects::Freed &freed)
    {
        return freed.takenByNextSweep ? icon(Icon::Problem, badColor(QGuiApplication::palette())) : QIcon();
    }
};

} // namespace

ReleaseSheet::ReleaseSheet(const QList<HoldId> &holds, HoldCalls calls, const Clock &clock, QWidget *parent)
    : QDialog(parent)
    , m_holds(holds)
    , m_calls(calls)
    , m_totals(std::make_shared<std::optional<ReleaseEffects::Totals>>())
    , m_next(std::make_shared<RecordingId>())
    , m_rows(
          Words::columns(), [](const Freed &freed) { return freed.recording.value; },
          [this](const Freed *behind) {
              return m_calls.previewRelease(m_holds, behind ? *m_next : RecordingId(), PagedModel::pageRows)
                  .then([totals = m_totals, next = m_next](const Result<ReleaseEffects> &effects) {
                      return effects.map([&](const ReleaseEffects &page) {
                          if (page.totals)
                              *totals = page.totals;
                          *next = page.next;
                          return Rows::Page{page.recordings, page.next.isValid()};
                      });
                  });
          },
          clock)
    , m_preview(new QLabel(this))
    , m_state(new QLabel(this))
    , m_reason(new QLineEdit(this))
    , m_reasonWord(new QLabel(tr("&Reason"), this))
    , m_yes(new QPushButton(this))
    , m_no(new QPushButton(this))
    , m_leave(new QPushButton(tr("Cancel"), this))
{
    connect(&m_rows, &PagedModel::came, this, &ReleaseSheet::showPreview);
    connect(&m_rows, &PagedModel::failed, this, &ReleaseSheet::showPreview);
    connect(m_leave, &QPushButton::clicked, this, &ReleaseSheet::reject);
}

ReleaseSheet::ReleaseSheet(const QList<HoldId> &holds, const QString &words, HoldCalls calls, const Clock &clock,
                           QWidget *parent)
    : ReleaseSheet(holds, calls, clock, parent)
{
    build(tr("Release %Ln hold(s)", nullptr, static_cast<int>(holds.size())),
          words + QLatin1Char(' ') +
              tr("Where the server wants two for a release, this asks for it, and the hold stands until another "
                 "approves."));
    m_yes->setText(tr("Release"));
    m_no->hide();
    connect(m_yes, &QPushButton::clicked, this, &ReleaseSheet::release);
    m_reason->setFocus();
}

ReleaseSheet::ReleaseSheet(const ReleaseRequest &request, const QString &words, UserId me, HoldCalls calls,
                           const Clock &clock, QWidget *parent)
    : ReleaseSheet({request.holdId}, calls, clock, parent)
{
    m_request = request;
    const bool isOwn = request.askedBy == me;
    build(tr("%1 asks for the release of a hold").arg(request.askedByName),
          request.reason.isEmpty()
              ? words
              : words + QLatin1Char(' ') + tr("Why it may go: “%1”.").arg(shownText(request.reason)));
    m_reason->hide();
    m_reasonWord->hide();
    m_yes->setVisible(!isOwn);
    m_yes->setText(tr("Approve the release"));
    m_yes->setAutoDefault(false);
    m_no->setText(isOwn ? tr("Take it back") : tr("Refuse"));
    m_no->setAutoDefault(false);
    m_leave->setDefault(true);
    m_leave->setFocus();
    connect(m_yes, &QPushButton::clicked, this, [this] { decide(ReleaseRequestState::Approved); });
    connect(m_no, &QPushButton::clicked, this,
            [this, isOwn] { decide(isOwn ? ReleaseRequestState::Withdrawn : ReleaseRequestState::Refused); });
}

void ReleaseSheet::build(const QString &title, const QString &words)
{
    resize(usual);
    setWindowTitle(title);
    auto *head = new QLabel(title, this);
    head->setFont(titleFont());
    auto *which = new QLabel(words, this);
    which->setProperty("muted", true);
    m_state->setProperty("bad", true);
    for (QLabel *label : {head, which, m_preview, m_state}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto *table = new RowsTable(m_rows, tr("What would go free"), this);
    table->setEmptySentence(tr("Nothing goes free by it."));
    m_reason->setMaxLength(longestReason);
    m_reason->setPlaceholderText(tr("Why it may go"));
    m_reasonWord->setBuddy(m_reason);
    m_yes->setProperty("primary", true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::small);
    buttons->addWidget(m_reasonWord);
    buttons->addWidget(m_reason, 1);
    buttons->addStretch();
    for (QPushButton *button : {m_leave, m_no, m_yes})
        buttons->addWidget(button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::wide, Space::wide, Space::wide, Space::large);
    column->setSpacing(Space::medium);
    for (QLabel *label : {head, which, m_preview})
        column->addWidget(label);
    column->addWidget(table, 1);
    column->addWidget(m_state);
    column->addLayout(buttons);
    m_preview->setText(tr("Reckoning what would go free…"));
    m_rows.readAnew();
    showWhatCanBeDone();
}

void ReleaseSheet::showPreview()
{
    if (m_rows.failure()) {
        m_state->setText(m_rows.failure()->message);
        if (!*m_totals)
            m_preview->setText(tr("What would go free is not known."));
    } else if (*m_totals && !m_isDone) {
        m_state->clear();
        m_preview->setText(releaseWords(**m_totals));
    }
    showWhatCanBeDone();
}

void ReleaseSheet::showWhatCanBeDone()
{
    const bool isShown = m_totals->has_value();
    m_yes->setEnabled(isShown && !m_isDoing && !m_isDone);
    m_no->setEnabled(!m_isDoing && !m_isDone);
    m_reason->setEnabled(!m_isDoing && !m_isDone);
    m_leave->setEnabled(!m_isDoing);
    m_leave->setText(m_isDone ? tr("Close") : tr("Cancel"));
    m_state->setVisible(!m_state->text().isEmpty());
}

void ReleaseSheet::beginAsking()
{
    m_isDoing = true;
    m_state->clear();
    showWhatCanBeDone();
}

void ReleaseSheet::release()
{
    beginAsking();
    whenFinished(m_calls.release({m_holds, m_reason->text().trimmed()}), this,
                 [this](const Result<QList<ReleaseOutcome>> &outcomes) {
                     m_isDoing = false;
                     Q_EMIT done();
                     if (outcomes)
                         tell(*outcomes);
                     else
                         failed(outcomes.error());
                 });
}

void ReleaseSheet::decide(ReleaseRequestState decision)
{
    beginAsking();
    whenFinished(m_calls.decide(m_request->id, decision), this, [this](const Result<ReleaseRequest> &decided) {
        m_isDoing = false;
        Q_EMIT done();
        if (decided)
            return accept();
        const FailureKind kind = decided.error().kind;
        m_isDone = kind == FailureKind::Conflict || kind == FailureKind::NotFound; // there is nothing left to decide
        failed(decided.error());
        if (m_isDone)
            m_leave->setFocus();
    });
}

void ReleaseSheet::failed(const Failure &failure)
{
    m_state->setText(failure.kind == FailureKind::Unreachable
                         ? tr("The server gave no answer, so nobody knows whether it was done. Once it is back, look "
                              "at the holds first.")
                         : failure.message);
    showWhatCanBeDone();
}

/// Where all was done as asked, there is nothing to read.
void ReleaseSheet::tell(const QList<ReleaseOutcome> &outcomes)
{
    int released = 0;
    int waiting = 0;
    QStringList refused;
    for (const ReleaseOutcome &outcome : outcomes) {
        switch (outcome.what) {
        case ReleaseOutcome::What::Released:
            ++released;
            break;
        case ReleaseOutcome::What::WaitsForSecondPerson:
            ++waiting;
            break;
        case ReleaseOutcome::What::Refused:
            refused.append(outcome.message);
            break;
        }
    }
    if (waiting == 0 && refused.isEmpty())
        return accept();
    m_isDone = true;
    QStringList sentences;
    if (released > 0)
        sentences.append(tr("%Ln hold(s) released.", nullptr, released));
    if (waiting > 0)
        sentences.append(tr("%Ln hold(s) stay until a second person approves the release.", nullptr, waiting));
    m_preview->setText((sentences + refused).join(QLatin1Char(' ')));
    showWhatCanBeDone();
    m_leave->setFocus();
}

void ReleaseSheet::reject()
{
    if (!m_isDoing)
        QDialog::reject();
}

} // namespace Holdfast
