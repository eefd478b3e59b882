// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attach/AttachModel.h"

#include <QFrame>

QT_FORWARD_DECLARE_CLASS(QCheckBox)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QProgressBar)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QTableView)

namespace Holdfast {

class WordBox;

/// What is about to be attached, to one lead or to each file's own, before anything is sent: each file with its kind,
/// length, size and what is wrong with it. Enter attaches, Esc leaves, Delete takes the current file off the list. UI
/// thread.
class AttachSheet : public QFrame
{
    Q_OBJECT
public:
    /// No lead: each file goes where its name tells. dispositions: those that are offered.
    AttachSheet(const std::optional<Lead> &lead, const QStringList &dispositions, QWidget *parent);

    void lookAt(int files); ///< so many more are being looked at
    void addFiles(const QList<Inspected> &files, int lookedAt);
    void showProgress(int permille); ///< sealing is under way
    /// What could not be attached stays here with its problem, as does what was listed with one before.
    void showAnswer(const QList<Inspected> &refused, int attached);
    bool hasProblems() const; ///< there are files that can't be attached
    bool isAttaching() const { return m_attaching; }

Q_SIGNALS:
    void attach(const QList<Holdfast::Inspected> &files, const Holdfast::WrittenAlong &along);
    void left(); ///< the person wants to go; nothing more is attached

protected:
    bool eventFilter(QObject *watched, QEvent *event) override; ///< of the table
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void buildTable();
    void showState();
    void emitAttach();
    QString summary() const;
    QString answerTo(int attached) const;
    QList<Inspected> going() const;

    std::optional<Lead> m_lead;
    AttachModel m_model;
    int m_looking = 0;
    bool m_attaching = false;
    QList<Inspected> m_sent; ///< by the last attempt
    QString m_answer;        ///< what came of the last attempt
    QTableView *m_table;
    QCheckBox *m_byName;
    QLineEdit *m_note;
    WordBox *m_disposition;
    QLabel *m_summary;
    QProgressBar *m_progress;
    QPushButton *m_attach;
    QPushButton *m_leave;
};

} // namespace Holdfast
