// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

QT_FORWARD_DECLARE_CLASS(QLabel)

namespace Holdfast {

/// One sentence of a banner, and a button that closes it. UI thread.
class BannerRow : public QFrame
{
    Q_OBJECT
public:
    explicit BannerRow(QWidget *parent = nullptr);

    void say(const QString &sentence); ///< hidden while it says nothing
    QString sentence() const;

Q_SIGNALS:
    void closed(); ///< by a person, who has read it

private:
    QLabel *m_text;
};

} // namespace Holdfast
