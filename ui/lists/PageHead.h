// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QHBoxLayout)

namespace Holdfast {

class ChoiceBar;

/// The head of a page of several views: what the page is called, which view is shown, and a button that reads it anew.
/// UI thread.
class PageHead : public QWidget
{
    Q_OBJECT
public:
    PageHead(const QString &title, const QStringList &views, QWidget *parent = nullptr);

    ChoiceBar *choice() const { return m_choice; } ///< of the views, in the order given
    void add(QWidget *button);                     ///< at the end

Q_SIGNALS:
    void refreshAsked();

private:
    ChoiceBar *m_choice;
    QHBoxLayout *m_line;
};

} // namespace Holdfast
