// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/CopiesSheet.h"

#include "domain/WhenFinished.h"
#include "look/Card.h"
#include "look/Spacing.h"
#include "look/Text.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardPaths>
#include <QStringListModel>
#include <QVBoxLayout>

namespace Holdfast {

namespace {

constexpr int usualWidth = 600;

} // namespace

CopiesSheet::CopiesSheet(const QList<LocalRecording> &recordings, Session &session, ApiClient &api, QWidget *parent)
    : QDialog(parent)
    , m_recordings(recordings)
    , m_save(session, api)
    , m_state(new QLabel(this))
    , m_list(new QListView(this))
    , m_lines(new QStringListModel(this))
    , m_progress(new QProgressBar(this))
    , m_run(new QPushButton(tr("Choose a folder…"), this))
    , m_leave(new QPushButton(this))
{
    setMinimumWidth(usualWidth);
    build();
    connect(m_run, &QPushButton::clicked, this, &CopiesSheet::chooseFolder);
    connect(m_leave, &QPushButton::clicked, this, &CopiesSheet::reject);
    connect(&m_save, &SaveCopies::progress, this, &CopiesSheet::showProgress);
    setStep(Step::Choosing);
}

void CopiesSheet::build()
{
    const int count = static_cast<int>(m_recordings.size());
    const QString words = tr("Save copies of %n recording(s)", nullptr, count);
    setWindowTitle(words);
    auto *title = new QLabel(words, this);
    title->setFont(titleFont());
    auto *help = makeMutedLabel(tr("As they were stored, and not encrypted: who can read the folder can hear them. No "
                                   "file that is there is replaced. Each that is fetched stands in the audit log."),
                                this);
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    m_list->setModel(m_lines);
    m_list->setAccessibleName(tr("Those that were not saved"));
    m_list->setWordWrap(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    m_progress->setRange(0, count);
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
    column->addWidget(title);
    column->addWidget(help);
    column->addWidget(m_state);
    column->addWidget(m_list, 1);
    column->addWidget(m_progress);
    column->addStretch();
    column->addLayout(buttons);
}

void CopiesSheet::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Save copies into"),
                                   QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &CopiesSheet::saveInto);
    dialog->open();
}

void CopiesSheet::saveInto(const QString &folder)
{
    if (m_step != Step::Choosing)
        return;
    setStep(Step::Saving);
    showProgress(0);
    whenFinished(m_save.run(m_recordings, folder), this, [this, folder](const QList<SaveCopies::Outcome> &outcomes) {
        tell(outcomes, folder);
        setStep(Step::Over);
    });
}

void CopiesSheet::showProgress(int done)
{
    if (m_step != Step::Saving)
        return;
    m_progress->setValue(done);
    m_state->setText(
        tr("Saved so far: %1 of %2").arg(QLocale().toString(done), QLocale().toString(m_recordings.size())));
}

void CopiesSheet::tell(const QList<SaveCopies::Outcome> &outcomes, const QString &folder)
{
    QStringList lines;
    for (qsizetype at = 0; at < outcomes.size(); ++at) {
        const SaveCopies::Outcome &outcome = outcomes.at(at);
        if (outcome.path.isEmpty())
            lines.append(tr("%1: %2").arg(SaveCopies::nameOf(m_recordings.at(at)),
                                          outcome.failure ? outcome.failure->message : tr("It was not tried.")));
    }
    m_lines->setStringList(lines);
    const int saved = static_cast<int>(outcomes.size() - lines.size());
    QString words = tr("%n recording(s) saved in %1.", nullptr, saved).arg(ltr(folder));
    if (!lines.isEmpty())
        words += QLatin1Char(' ') + tr("%n other(s) not:", nullptr, static_cast<int>(lines.size()));
    m_state->setText(words);
}

void CopiesSheet::setStep(Step step)
{
    m_step = step;
    m_state->setVisible(step != Step::Choosing);
    m_list->setVisible(m_lines->rowCount() > 0);
    m_progress->setVisible(step == Step::Saving);
    m_run->setVisible(step == Step::Choosing);
    m_leave->setText(step == Step::Choosing ? tr("Cancel") : step == Step::Saving ? tr("Stop") : tr("Close"));
    m_leave->setDefault(step != Step::Choosing);
    (step == Step::Choosing ? m_run : m_leave)->setFocus();
}

void CopiesSheet::reject()
{
    if (m_step == Step::Saving)
        m_save.cancel();
    else
        QDialog::reject();
}

} // namespace Holdfast
