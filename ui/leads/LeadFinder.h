// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "leads/FoundLeads.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QKeyEvent)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QListView)

namespace Holdfast {

/// A line to type a lead's name, number or campaign in, and below it the leads that have these words: the arrow keys
/// move among them, Enter and a click choose, Escape leaves. UI thread; the store and the leads outlive it.
class LeadFinder : public QWidget
{
    Q_OBJECT
public:
    LeadFinder(const LocalStore &store, const LeadsModel &leads, const QString &hint, const QString &name,
               QWidget *parent = nullptr);

    std::optional<Lead> found() const; ///< the one that Enter would choose
    void begin(const QString &words);  ///< with these in the line, to be typed on
    void clear();

Q_SIGNALS:
    void foundChanged(); ///< what found() gives
    void chosen(Holdfast::LeadId lead);
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void find(const QString &words);
    void showChosen();
    void choose();
    void move(int step);

    FoundLeads m_found;
    LeadId m_chosen; ///< among those that were found
    QLineEdit *m_line;
    QListView *m_list;
};

} // namespace Holdfast
