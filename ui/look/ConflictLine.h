// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace Holdfast {

/// Says in a sheet that somebody else has changed meanwhile what is changed here, and what it says by now; offers to
/// see that in the fields, and to come back to what was written. Hidden until there is something to say. UI thread.
class ConflictLine : public QFrame
{
    Q_OBJECT
public:
    explicit ConflictLine(QWidget *parent);

    /// `who` changed it, in a sentence; `theirs` are its words. What was written stays in the fields.
    void say(const QString &who, const QString &theirs);

Q_SIGNALS:
    void theirsWanted(); ///< in the fields, instead of what was written
    void mineWanted();

private:
    void showOffer();

    bool m_showsTheirs = false;
    QLabel *m_words;
    QPushButton *m_swap;
};

} // namespace Holdfast
