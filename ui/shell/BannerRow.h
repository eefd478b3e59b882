// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QToolButton)

namespace Holdfast {

/// One sentence of a banner, and a button that closes it, or one that does something about it. UI thread.
class BannerRow : public QFrame
{
    Q_OBJECT
public:
    explicit BannerRow(QWidget *parent = nullptr);

    void say(const QString &sentence); ///< hidden while it says nothing
    QString sentence() const;
    QList<QWidget *> buttons() const; ///< in their order for the Tab key
    void offer(const QString &deed);  ///< a button with that word instead of the one that closes

protected:
    void keyPressEvent(QKeyEvent *event) override;

Q_SIGNALS:
    void closed(); ///< by a person, who has read it
    void taken();  ///< what is offered

private:
    QLabel *m_text;
    QPushButton *m_deed;
    QToolButton *m_close;
};

} // namespace Holdfast
