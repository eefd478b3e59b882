// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/PagedRows.h"
#include "sync/WebhookCalls.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace Holdfast {

class RowsTable;

/// What one webhook was told and is to be told, the newest first; any of it can be sent again. UI thread.
class DeliveriesView : public QWidget
{
    Q_OBJECT
public:
    DeliveriesView(WebhookCalls calls, const Clock &clock, QWidget *parent = nullptr);

    PagedModel &rows() { return m_rows; }
    void setWebhook(WebhookId id); ///< and reads its deliveries; invalid: none

Q_SIGNALS:
    void replayed();
    void problem(const QString &sentence);

private:
    static QList<RowColumn<WebhookDelivery>> columns();
    QWidget *buildHead();
    QFuture<Result<PagedRows<WebhookDelivery>::Page>> fetch(const WebhookDelivery *behind);
    void showChosen();
    void replayChosen();

    WebhookCalls m_calls;
    WebhookId m_webhook;
    std::optional<DeliveryState> m_state;
    PagedRows<WebhookDelivery> m_rows;
    RowsTable *m_table;
    QComboBox *m_states;
    QLabel *m_words;
    QPushButton *m_replay;
};

} // namespace Holdfast
