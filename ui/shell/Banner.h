// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

QT_FORWARD_DECLARE_CLASS(QLabel)

namespace Holdfast {

/// A sentence across the top of the place, until somebody closes it or it no longer holds.
class Banner : public QFrame
{
    Q_OBJECT
public:
    explicit Banner(QWidget *parent = nullptr);

    void say(const QString &sentence);
    void clear();
    QString sentence() const;

private:
    QLabel *m_text;
};

} // namespace Holdfast
