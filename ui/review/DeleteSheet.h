// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/DeleteRecordings.h"
#include "domain/Recording.h"

#include <QDialog>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QProgressBar)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QStringListModel)

namespace Holdfast {

/// Deleting recordings for good: which they are, and which stay because they are on hold; then what became of each. No
/// key that was meant for something else deletes: its button takes a click, or the Tab key. UI thread.
class DeleteSheet : public QDialog
{
    Q_OBJECT
public:
    /// At most mostHeldAtOnce recordings.
    DeleteSheet(QList<Recording> recordings, ApiClient &api, QWidget *parent = nullptr);

    void reject() override; ///< while it deletes, it only stops that

Q_SIGNALS:
    void carriedOut(); ///< something may have changed on the server

private:
    void build();
    void fillWords();
    void carryOut();
    void tell(const QList<DeleteRecordings::Outcome> &outcomes);
    void showWhatCanBeDone();
    QString lineOf(const Recording &recording, const QString &then) const;
    QString wordsFor(const DeleteRecordings::Outcome &outcome) const;

    enum class Step { Asking, Deleting, Over };

    QList<Recording> m_recordings;
    QList<RecordingId> m_free; ///< those that are not on hold
    DeleteRecordings m_delete;
    Step m_step = Step::Asking;
    QLabel *m_title;
    QLabel *m_help;
    QStringListModel *m_lines;
    QLabel *m_state;
    QProgressBar *m_progress;
    QPushButton *m_run;
    QPushButton *m_leave;
};

} // namespace Holdfast
