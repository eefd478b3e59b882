// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/SaveEvidencePack.h"
#include "domain/Clock.h"

#include <QDialog>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QProgressBar)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QScrollArea)

namespace Holdfast {

/// Saving an evidence pack: what it will be about, where it goes to, how far it is, and then whether it verifies.
/// Nothing is asked of the server before a file is chosen. UI thread; goes before the ApiClient.
class PackSheet : public QDialog
{
    Q_OBJECT
public:
    /// `name`: what the subject is called by people.
    PackSheet(EvidenceSubject subject, const QString &name, ApiClient &api, const Clock &clock,
              QWidget *parent = nullptr);

    void saveTo(const QString &path); ///< one at a time
    void reject() override;           ///< while one is under way it only stops that

private:
    enum class Step { Choosing, Making, Verifying, Saved };

    void build(const QString &name);
    QString subjectWords(const QString &name) const;
    void chooseFile(const QString &fileName);
    void answered(const SaveEvidencePack::Saved &saved, const QString &path);
    void showProgress(qint64 bytes);
    void setStep(Step step);
    void tell(const QString &text, bool isBad);

    EvidenceSubject m_subject;
    SaveEvidencePack m_save;
    Step m_step = Step::Choosing;
    QLabel *m_told;
    QScrollArea *m_room; ///< in which it stands: much can be missing
    QProgressBar *m_progress;
    QPushButton *m_choose;
    QPushButton *m_leave;
};

} // namespace Holdfast
