// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/PagedRows.h"
#include "sync/LeadSearchCalls.h"

#include <QTimer>
#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QLineEdit)

namespace Holdfast {

class RowsTable;

/// Finds a lead by its name or number as one types, and, where asked for, one of its recordings. UI thread.
class LeadChoice : public QWidget
{
    Q_OBJECT
public:
    LeadChoice(LeadSearchCalls calls, const Clock &clock, QWidget *parent = nullptr);

    void setRecordingsOffered(bool areOffered);
    const Lead *lead() const;           ///< null: none is chosen yet
    const Recording *recording() const; ///< null: none is chosen, or none is offered
    void focusWords();

Q_SIGNALS:
    void chosenChanged();
    void failed(const Holdfast::Failure &failure);

private:
    void build();

    LeadSearchCalls m_calls;
    QTimer m_typed;
    QLineEdit *m_words;
    PagedRows<Lead> m_leads;
    PagedRows<Recording> m_recordings;
    RowsTable *m_leadTable;
    RowsTable *m_recordingTable;
};

} // namespace Holdfast
