// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "local/KeptFilters.h"

#include <QDialog>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace Holdfast {

/// Asks for the name of a filter: of one that is to be kept, or another for one that is. UI thread.
class FilterNameSheet : public QDialog
{
    Q_OBJECT
public:
    /// `renamed`: the name that it has so far; empty where it is to be kept.
    FilterNameSheet(const KeptFilters &filters, const QString &renamed, QWidget *parent = nullptr);

Q_SIGNALS:
    void named(const QString &name); ///< when it is accepted

private:
    void showWhatCanBeDone();

    KeptFilters m_filters;
    QString m_renamed;
    QLineEdit *m_name;
    QLabel *m_state;
    QPushButton *m_run;
};

} // namespace Holdfast
