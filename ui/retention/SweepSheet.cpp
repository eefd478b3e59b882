// SPDX-License-Identifier: GPL-3.0-or-later
#include "retention/SweepSheet.h"

#include "domain/Deed.h"
#include "domain/WhenFinished.h"
#include "look/Spacing.h"
#include "look/Text.h"
#include "retention/SweepWords.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Holdfast {

namespace {

constexpr QSize usual(560, 280); // what it says comes later, and is longer
constexpr std::chrono::seconds askedAgainAfter{5};

} // namespace

SweepSheet::SweepSheet(const SweepStatus &status, Role role, SweepCalls calls, QWidget *parent)
    : QDialog(parent)
    , m_calls(calls)
{
    build(tr("Sweep now"));
    m_refuse->hide();
    m_run->setText(tr("Delete for good"));
    const bool isInDoubt = !status.clockDoubt.isEmpty();
    m_clockIsRight->setVisible(isInDoubt && may(role, Deed::DecideSweep));
    if (isInDoubt)
        m_state->setText(sweepWarningWords(status));
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &SweepSheet::askWhatIsDue);
    m_what->setText(tr("Counting what has run its time…"));
    askWhatIsDue();
    showWhatCanBeDone();
}

SweepSheet::SweepSheet(const RetentionSweep &sweep, SweepCalls calls, QWidget *parent)
    : QDialog(parent)
    , m_sweep(sweep)
    , m_calls(calls)
{
    build({});
    m_clockIsRight->hide();
    showSweep();
    showWhatCanBeDone();
}

void SweepSheet::showSweep()
{
    const bool waits = m_sweep.state == SweepState::Waiting;
    const QString title = waits                  ? tr("A sweep waits for a yes")
                          : m_sweep.isUnderWay() ? tr("Stop the sweep")
                                                 : tr("The sweep is decided");
    setWindowTitle(title);
    m_title->setText(title);
    m_isReady = waits;
    m_what->setText(sweepWords(m_sweep));
    m_run->setVisible(waits);
    m_run->setText(tr("Yes: delete %Ln for good", nullptr, static_cast<int>(m_sweep.due - m_sweep.deleted)));
    m_refuse->setVisible(m_sweep.isUnderWay());
    m_refuse->setText(waits ? tr("No: delete nothing") : tr("Stop it"));
    m_leave->setText(m_sweep.isUnderWay() ? tr("Cancel") : tr("Close"));
}

void SweepSheet::follow(const RetentionSweep &sweep)
{
    if (m_isDoing || sweep.id != m_sweep.id || sweep.state == m_sweep.state)
        return;
    m_sweep = sweep;
    showSweep();
    m_leave->setFocus(); // a key meant for one button must not press what stands there now
    showWhatCanBeDone();
}

void SweepSheet::build(const QString &title)
{
    setWindowTitle(title);
    resize(usual);
    m_title = new QLabel(title, this);
    m_what = new QLabel(this);
    m_state = new QLabel(this);
    m_clockIsRight = new QCheckBox(tr("The server's &clock is right"), this);
    m_run = new QPushButton(this);
    m_refuse = new QPushButton(this);
    m_leave = new QPushButton(tr("Cancel"), this);
    m_title->setFont(titleFont());
    m_state->setProperty("bad", true);
    for (QLabel *label : {m_what, m_state}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::small);
    buttons->addStretch();
    for (QPushButton *button : {m_leave, m_refuse, m_run}) {
        button->setAutoDefault(button == m_leave);
        buttons->addWidget(button);
    }
    m_leave->setDefault(true);
    m_leave->setFocus();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::wide, Space::wide, Space::wide, Space::large);
    column->setSpacing(Space::medium);
    column->addWidget(m_title);
    column->addWidget(m_what);
    column->addWidget(m_state);
    column->addWidget(m_clockIsRight);
    column->addStretch();
    column->addLayout(buttons);
    connect(m_clockIsRight, &QCheckBox::toggled, this, &SweepSheet::showWhatCanBeDone);
    connect(m_run, &QPushButton::clicked, this, &SweepSheet::run);
    connect(m_refuse, &QPushButton::clicked, this, &SweepSheet::refuse);
    connect(m_leave, &QPushButton::clicked, this, &SweepSheet::reject);
}

/// Before one begins by hand, it is said how many recordings that is about.
void SweepSheet::askWhatIsDue()
{
    whenFinished(m_calls.due(0, {}, 1), this, [this](const Result<SweepCalls::Due> &due) {
        if (!due) {
            m_what->setText(due.error().message);
            if (mayRetry(due.error().kind))
                m_again.start(due.error().retryAfter.value_or(askedAgainAfter));
            return;
        }
        m_isReady = due->total > 0;
        m_what->setText(due->total == 0
                            ? tr("Nothing that is not on hold has run its time: there is nothing to delete.")
                            : tr("%Ln recording(s) have run their time and are not on hold. The sweep deletes them "
                                 "for good: nobody can bring them back. If that is more of all than the server "
                                 "allows, it waits for an admin's yes before the first.",
                                 nullptr, static_cast<int>(due->total)));
        showWhatCanBeDone();
    });
}

void SweepSheet::showWhatCanBeDone()
{
    const bool isClockFine = m_clockIsRight->isHidden() || m_clockIsRight->isChecked();
    m_run->setEnabled(m_isReady && !m_isDoing && isClockFine);
    m_refuse->setEnabled(!m_isDoing);
    m_leave->setEnabled(!m_isDoing);
    m_state->setVisible(!m_state->text().isEmpty());
}

void SweepSheet::run()
{
    m_isDoing = true;
    showWhatCanBeDone();
    const QFuture<Result<RetentionSweep>> asked =
        m_sweep.id.isValid() ? m_calls.approve(m_sweep.id) : m_calls.begin({false, m_clockIsRight->isChecked()});
    whenFinished(asked, this, [this](const Result<RetentionSweep> &sweep) { ended(sweep); });
}

void SweepSheet::refuse()
{
    m_isDoing = true;
    showWhatCanBeDone();
    whenFinished(m_calls.refuse(m_sweep.id), this, [this](const Result<RetentionSweep> &sweep) { ended(sweep); });
}

void SweepSheet::ended(const Result<RetentionSweep> &sweep)
{
    m_isDoing = false;
    Q_EMIT done();
    if (sweep)
        return accept();
    if (sweep.error().kind == FailureKind::Conflict)
        m_isReady = false; // what was shown is so no more: it is to be looked at anew
    m_state->setText(sweep.error().kind == FailureKind::Unreachable
                         ? tr("The server gave no answer, so nobody knows whether it was done. Once it is back, look "
                              "at the sweeps first.")
                         : sweep.error().message);
    showWhatCanBeDone();
}

void SweepSheet::reject()
{
    if (!m_isDoing)
        QDialog::reject();
}

} // namespace Holdfast
