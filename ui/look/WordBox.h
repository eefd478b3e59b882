// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace Holdfast {

/// A line for one word or a few, which offers those that were used before, as one types and from a list. UI thread.
class WordBox : public QComboBox
{
    Q_OBJECT
public:
    /// The name is for those who can't see the line.
    WordBox(const QString &name, int longest, QWidget *parent);

    void offer(const QStringList &words); ///< what stands in the line stays
    void show(const QString &word);       ///< as if nobody had chosen it
    QString word() const;                 ///< without space around it
    bool isBeingTyped() const;
    void finish(); ///< what was typed counts as chosen, now

Q_SIGNALS:
    void chosen(const QString &word); ///< from the list, or typed; it is another than before

protected:
    void wheelEvent(QWheelEvent *event) override; ///< goes to what is scrolled: nothing is chosen by accident

private:
    QString m_shown;
};

} // namespace Holdfast
