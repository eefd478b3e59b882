// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QTimer>

namespace Holdfast {

/// A line for one word or a few, which offers those that were used before, as one types and from a list. UI thread.
class WordBox : public QComboBox
{
    Q_OBJECT
public:
    /// The name is for those who can't see the line.
    WordBox(const QString &name, int longest, QWidget *parent);

    void setHint(const QString &hint);    ///< what an empty line says; it is wide enough for that
    void offer(const QStringList &words); ///< what stands in the line stays
    void show(const QString &word);       ///< as if nobody had chosen it
    /// It was typed, and nobody has finished it: the next finish() says that it is chosen, whatever stood there.
    void resume(const QString &word);
    QString word() const; ///< without space around it
    bool isBeingTyped() const;
    void finish(); ///< what was typed counts as chosen, now

Q_SIGNALS:
    void typed(const QString &word);  ///< within half a second, while it is being typed: not chosen yet
    void chosen(const QString &word); ///< from the list, or typed; it is another than before

protected:
    void wheelEvent(QWheelEvent *event) override; ///< goes to what is scrolled: nothing is chosen by accident

private:
    void tellTyped();

    QString m_shown;
    bool m_isTold = false; ///< what stands there was told as being typed
    QTimer m_typed;
};

} // namespace Holdfast
