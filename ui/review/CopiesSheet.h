// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/SaveCopies.h"

#include <QDialog>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QListView)
QT_FORWARD_DECLARE_CLASS(QProgressBar)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QStringListModel)

namespace Holdfast {

/// Saving copies of recordings into a folder: what that means, how far it is, and then which were not saved and why. UI
/// thread; goes before the session.
class CopiesSheet : public QDialog
{
    Q_OBJECT
public:
    CopiesSheet(const QList<LocalRecording> &recordings, Session &session, ApiClient &api, QWidget *parent = nullptr);

    void saveInto(const QString &folder);
    void reject() override; ///< while it saves, it only stops that

private:
    enum class Step { Choosing, Saving, Over };

    void build();
    void chooseFolder();
    void showProgress(int done);
    void tell(const QList<SaveCopies::Outcome> &outcomes, const QString &folder);
    void setStep(Step step);

    QList<LocalRecording> m_recordings;
    SaveCopies m_save;
    Step m_step = Step::Choosing;
    QLabel *m_state;
    QListView *m_list; ///< of those that were not saved
    QStringListModel *m_lines;
    QProgressBar *m_progress;
    QPushButton *m_run;
    QPushButton *m_leave;
};

} // namespace Holdfast
