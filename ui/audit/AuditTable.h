// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/AuditModel.h"
#include "lists/LinesTable.h"

namespace Holdfast {

/// The table of the Audit place. Where the same search is read anew, the chosen entry stays chosen where it is still
/// among the newest; another search begins at its top. UI thread; the model outlives it.
class AuditTable : public LinesTable
{
    Q_OBJECT
public:
    explicit AuditTable(AuditModel &model, QWidget *parent = nullptr);

    const AuditEntry *current() const; ///< null where none is, or where it has not come

    void keyboardSearch(const QString &typed) override; ///< not through a million rows: that is what the filters do

Q_SIGNALS:
    void currentEntryChanged();

protected:
    void layColumns() override;
    void sightChanged() override;

private:
    void keepCurrentOverResets();

    AuditModel &m_model;
    qint64 m_currentBefore = 0; ///< the entry's number
    AuditTerms m_shownTerms;    ///< of the rows that are shown
};

} // namespace Holdfast
