// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QButtonGroup)
QT_FORWARD_DECLARE_CLASS(QHBoxLayout)

namespace Holdfast {

/// A few views of a page, of which one is shown: buttons side by side, walked with the arrows. UI thread.
class ChoiceBar : public QWidget
{
    Q_OBJECT
public:
    explicit ChoiceBar(QWidget *parent = nullptr);

    void add(const QString &title); ///< the first one is chosen
    void setTitle(int choice, const QString &title);
    void choose(int choice);
    int chosen() const;

Q_SIGNALS:
    void chosenChanged(int choice);

private:
    QButtonGroup *m_buttons;
    QHBoxLayout *m_line;
};

} // namespace Holdfast
