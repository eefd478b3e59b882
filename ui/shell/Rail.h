// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/Icons.h"

#include <QFrame>

QT_FORWARD_DECLARE_CLASS(QAbstractButton)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QToolButton)
QT_FORWARD_DECLARE_CLASS(QVBoxLayout)

namespace Holdfast {

/// The places at the window's edge, one below the other: signs with their names, and signs alone where the window is
/// too low for both. UI thread.
class Rail : public QFrame
{
    Q_OBJECT
public:
    explicit Rail(QWidget *parent = nullptr);

    QAbstractButton *add(Icon sign, const QString &title); ///< at the end; checkable
    void fit();                                            ///< again where one was shown or hidden

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int heightWithNames() const;

    QVBoxLayout *m_column;
    QLabel *m_sign;
    QToolButton *m_named; ///< never shown: tells how high one is with its name
    QList<QToolButton *> m_places;
};

} // namespace Holdfast
