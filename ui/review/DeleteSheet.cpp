// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/DeleteSheet.h"

#include "domain/WhenFinished.h"
#include "look/Card.h"
#include "look/Spacing.h"
#include "look/Text.h"
#include "review/RecordingWords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStringListModel>
#include <QVBoxLayout>

#include <algorithm>

namespace Holdfast {

namespace {

constexpr QSize usual(680, 480);

} // namespace

DeleteSheet::DeleteSheet(QList<Recording> recordings, ApiClient &api, QWidget *parent)
    : QDialog(parent)
    , m_recordings(std::move(recordings))
    , m_delete(api)
    , m_title(new QLabel(this))
    , m_help(makeMutedLabel({}, this))
    , m_lines(new QStringListModel(this))
    , m_state(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_run(new QPushButton(this))
    , m_leave(new QPushButton(this))
{
    resize(usual);
    for (const Recording &recording : std::as_const(m_recordings))
        if (!recording.complianceHold)
            m_free.append(recording.id);
    build();
    fillWords();
    connect(m_run, &QPushButton::clicked, this, &DeleteSheet::carryOut);
    connect(m_leave, &QPushButton::clicked, this, &DeleteSheet::reject);
    connect(&m_delete, &DeleteRecordings::progress, m_progress, &QProgressBar::setValue);
    showWhatCanBeDone();
}

void DeleteSheet::build()
{
    m_title->setFont(titleFont());
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    auto *list = new QListView(this);
    list->setModel(m_lines);
    list->setAccessibleName(tr("The recordings"));
    list->setUniformItemSizes(false);
    list->setWordWrap(true);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    m_progress->setRange(0, static_cast<int>(m_free.size()));
    m_run->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::small);
    buttons->addWidget(m_run);
    buttons->addStretch();
    buttons->addWidget(m_leave);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::wide, Space::wide, Space::wide, Space::large);
    column->setSpacing(Space::medium);
    column->addWidget(m_title);
    column->addWidget(m_help);
    column->addWidget(list, 1);
    column->addWidget(m_state);
    column->addWidget(m_progress);
    column->addLayout(buttons);
}

void DeleteSheet::fillWords()
{
    const int count = static_cast<int>(m_free.size());
    const int held = static_cast<int>(m_recordings.size()) - count;
    const QString title = tr("Delete %n recording(s)", nullptr, static_cast<int>(m_recordings.size()));
    setWindowTitle(title);
    m_title->setText(title);
    m_run->setText(tr("Delete %n for good", nullptr, count));
    m_help->setText(tr("They go at once with their notes and annotations, and nobody can bring them back. That they "
                       "were, and who deleted them, stays in the audit log."));
    if (count == 0)
        m_state->setText(tr("What is on hold can't be deleted. Its holds have to be released first."));
    else if (held > 0)
        m_state->setText(tr("%n recording(s) on hold will not be deleted.", nullptr, held));
    QStringList going;
    QStringList staying; // come first
    for (const Recording &recording : std::as_const(m_recordings))
        (recording.complianceHold ? staying : going)
            .append(lineOf(recording, recording.complianceHold ? tr("on hold, stays") : tr("will be deleted")));
    m_lines->setStringList(staying + going);
}

QString DeleteSheet::lineOf(const Recording &recording, const QString &then) const
{
    return tr("%1: %2").arg(recordingLine(recording), then);
}

void DeleteSheet::showWhatCanBeDone()
{
    const bool isDeleting = m_step == Step::Deleting;
    m_run->setVisible(m_step == Step::Asking);
    m_run->setEnabled(m_step == Step::Asking && !m_free.isEmpty());
    m_progress->setVisible(isDeleting);
    m_leave->setText(isDeleting ? tr("Stop") : m_step == Step::Asking ? tr("Cancel") : tr("Close"));
    m_leave->setEnabled(true);
    m_leave->setDefault(true);
    m_leave->setFocus();
    m_state->setVisible(!m_state->text().isEmpty());
}

void DeleteSheet::carryOut()
{
    m_step = Step::Deleting;
    m_state->setText(tr("Deleting…"));
    showWhatCanBeDone();
    whenFinished(m_delete.run(m_free), this, [this](const QList<DeleteRecordings::Outcome> &outcomes) {
        m_step = Step::Over;
        tell(outcomes);
        showWhatCanBeDone();
        Q_EMIT carriedOut();
    });
}

void DeleteSheet::tell(const QList<DeleteRecordings::Outcome> &outcomes)
{
    QStringList gone;
    QStringList others; // come first
    for (const Recording &recording : std::as_const(m_recordings)) {
        const auto outcome = std::ranges::find(outcomes, recording.id, &DeleteRecordings::Outcome::recording);
        if (outcome == outcomes.end())
            others.append(lineOf(recording, tr("on hold, stays")));
        else
            (outcome->fate == DeleteRecordings::Fate::Deleted ? gone : others)
                .append(lineOf(recording, wordsFor(*outcome)));
    }
    m_lines->setStringList(others + gone);
    QString words = tr("%n recording(s) deleted.", nullptr, static_cast<int>(gone.size()));
    if (!others.isEmpty())
        words += QLatin1Char(' ') + tr("%n other(s): see above why.", nullptr, static_cast<int>(others.size()));
    m_state->setText(words);
}

QString DeleteSheet::wordsFor(const DeleteRecordings::Outcome &outcome) const
{
    switch (outcome.fate) {
    case DeleteRecordings::Fate::Deleted:
        return outcome.why.isEmpty() ? tr("deleted") : outcome.why;
    case DeleteRecordings::Fate::Kept:
        return tr("not deleted. %1").arg(outcome.why);
    case DeleteRecordings::Fate::Unknown:
        return outcome.why;
    case DeleteRecordings::Fate::NotAsked:
        return tr("not deleted: it was stopped before");
    }
    Q_UNREACHABLE();
}

void DeleteSheet::reject()
{
    if (m_step != Step::Deleting)
        return QDialog::reject();
    m_delete.stop();
    m_leave->setEnabled(false);
    m_state->setText(tr("It stops after the one that is under way…"));
}

} // namespace Holdfast
