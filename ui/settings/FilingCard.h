// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/SuggestFiling.h"

#include <QTimer>
#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QPlainTextEdit)
QT_FORWARD_DECLARE_CLASS(QTableWidget)

namespace Holdfast {

/// How names of files are read: the patterns, one a line, and the country of numbers that name none. Below them what
/// they make of the names that recordings here really have, and of one that is typed, as one writes. UI thread.
class FilingCard : public QWidget
{
    Q_OBJECT
public:
    FilingCard(const LocalStore &store, FilingRules rules, QWidget *parent = nullptr);

    /// What the rules make of that name, in words.
    static QString toldBy(const SuggestFiling &suggest, const QString &name);

Q_SIGNALS:
    void rulesChanged(const Holdfast::FilingRules &rules); ///< they can all be read

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void take();
    void showNames();
    void showName(int row, const QString &name, const SuggestFiling &suggest);

    const LocalStore &m_store;
    FilingRules m_rules;
    QTimer m_typed;
    QPlainTextEdit *m_patterns;
    QLineEdit *m_region;
    QLineEdit *m_try;
    QLabel *m_problem;
    QTableWidget *m_names;
};

} // namespace Holdfast
