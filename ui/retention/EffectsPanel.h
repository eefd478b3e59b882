// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "domain/PolicyEffects.h"
#include "lists/PagedRows.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)

namespace Holdfast {

class RowsTable;

/// What a change of the policies would do: sentences, and the first that would end, with their days before and after,
/// and why. UI thread.
class EffectsPanel : public QWidget
{
    Q_OBJECT
public:
    explicit EffectsPanel(const Clock &clock, QWidget *parent = nullptr);

    void show(const PolicyEffects &effects);
    void sayInstead(const QString &sentence); ///< where there is nothing to show, or not yet

private:
    QList<PolicyEffects::Changed> m_first;
    PagedRows<PolicyEffects::Changed> m_rows;
    RowsTable *m_table;
    QLabel *m_words;
};

} // namespace Holdfast
