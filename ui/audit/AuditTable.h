// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/AuditModel.h"

#include <QTableView>

namespace Holdfast {

/// The table of the Audit place. Where the same search is read anew, the chosen entry stays chosen where it is still
/// among the newest; another search begins at its top. UI thread; the model outlives it.
class AuditTable : public QTableView
{
    Q_OBJECT
public:
    explicit AuditTable(AuditModel &model, QWidget *parent = nullptr);

    const AuditEntry *current() const;              ///< null where none is, or where it has not come
    void setEmptySentence(const QString &sentence); ///< what a table without rows says

    void keyboardSearch(const QString &typed) override; ///< not through a million rows: that is what the filters do

Q_SIGNALS:
    void currentEntryChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void build();
    void keepCurrentOverResets();
    void tellWhatIsInSight();
    void layColumns();

    AuditModel &m_model;
    QString m_emptySentence;
    qint64 m_currentBefore = 0; ///< the entry's number
    AuditTerms m_shownTerms;    ///< of the rows that are shown
};

} // namespace Holdfast
