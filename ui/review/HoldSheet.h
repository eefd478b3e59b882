// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "domain/Recording.h"
#include "sync/HoldOrderCalls.h"

#include <QDialog>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QStringListModel)

namespace Holdfast {

/// Holding recordings, or letting them go: which they are, for which matter and why; then what became of each. Nothing
/// happens before its button is pressed. UI thread.
class HoldSheet : public QDialog
{
    Q_OBJECT
public:
    enum class Deed { Hold, Release };

    /// At most mostHeldAtOnce recordings.
    HoldSheet(Deed deed, QList<Recording> recordings, HoldOrderCalls calls, const Clock &clock,
              QWidget *parent = nullptr);

    void reject() override; ///< not while the server is asked: one would not know what became of it

Q_SIGNALS:
    void carriedOut(); ///< something may have changed on the server

private:
    void build();
    void fillWords(const QDateTime &now);
    void carryOut();
    void tell(const QList<HoldOutcome> &outcomes);
    QString missing() const; ///< what is still to be told
    void showWhatCanBeDone();
    QString lineOf(const Recording &recording, const QString &then) const;
    QString wordsFor(const HoldOutcome &outcome) const;

    Deed m_deed;
    QList<Recording> m_recordings;
    HoldOrderCalls m_calls;
    bool m_isAsking = false;
    bool m_isDone = false;
    bool m_saysMissing = false; ///< Enter was refused with it
    QLabel *m_title;
    QLabel *m_help;
    QStringListModel *m_lines;
    QLineEdit *m_matter;
    QLineEdit *m_reason;
    QLabel *m_state;
    QPushButton *m_run;
    QPushButton *m_leave;
};

} // namespace Holdfast
