// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/SuggestFiling.h"
#include "local/RecordingSources.h"

#include <QDialog>
#include <QTimer>

QT_FORWARD_DECLARE_CLASS(QCheckBox)
QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QPlainTextEdit)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QTableWidget)

namespace Holdfast {

/// One watched folder: which, and how its files are named. Below it what the patterns make of names that are really
/// there. UI thread.
class SourceDialog : public QDialog
{
    Q_OBJECT
public:
    /// That of the name is changed; an empty one makes a new one.
    SourceDialog(const LocalStore &store, FilingRules general, const RecordingSources &sources, const QString &name,
                 QWidget *parent);

    void accept() override; ///< only where all of it can be so; else it says why not

Q_SIGNALS:
    void sourcesChanged(const Holdfast::RecordingSources &sources);

private:
    void build();
    QLayout *buildButtons();
    void fill();
    void forgetProblemOnceChanged();
    void chooseFolder();
    RecordingSource source() const;
    void lookAtNames();
    void showNames();
    void say(const QString &problem);

    const LocalStore &m_store;
    FilingRules m_general;
    RecordingSources m_sources;
    RecordingSource m_before;
    QStringList m_names; ///< in that folder
    QTimer m_typed;
    QLineEdit *m_name;
    QLineEdit *m_folder;
    QCheckBox *m_subfolders;
    QCheckBox *m_existing;
    QPlainTextEdit *m_patterns;
    QComboBox *m_zone;
    QComboBox *m_agentChannel;
    QLineEdit *m_region;
    QLabel *m_problem;
    QTableWidget *m_shown;
    QPushButton *m_leave;
    QPushButton *m_watch;
};

} // namespace Holdfast
