// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/PagedRows.h"
#include "sync/WebhookCalls.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QDialog)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace Holdfast {

class DeliveriesView;
class RowsTable;

/// The programs that are told of what happens, and below them the deliveries of the chosen one. UI thread.
class WebhooksView : public QWidget
{
    Q_OBJECT
public:
    WebhooksView(WebhookCalls calls, const Clock &clock, QWidget *parent = nullptr);

    PagedModel &rows() { return m_rows; }
    PagedModel &deliveries();
    void readAnew(); ///< both, where nobody has gone far down

Q_SIGNALS:
    void problem(const QString &sentence);

private:
    QList<RowColumn<Webhook>> columns() const;
    QWidget *buildFoot();
    void connectParts();
    void showChosen();
    QString whatIsSaidOf(const Webhook &webhook) const;
    void askLastAnswers(QList<Webhook> left);
    void openSheet(const std::optional<Webhook> &known);
    void openSecret(const MadeWebhook &made);
    void setOn(bool isOn);
    void sendTest();
    void openDeletion();
    void open(QDialog *sheet);

    WebhookCalls m_calls;
    QHash<WebhookId, WebhookDelivery> m_lastAnswers; ///< the newest that was tried
    int m_turn = 0;                                  ///< answers to earlier questions count no more
    PagedRows<Webhook> m_rows;
    RowsTable *m_table;
    DeliveriesView *m_deliveries;
    QLabel *m_words;
    QPushButton *m_new;
    QPushButton *m_change;
    QPushButton *m_test;
    QPushButton *m_switch;
    QPushButton *m_delete;
    QTimer m_look;       ///< for the answer to a test
    int m_looksLeft = 0; ///< while that runs
};

} // namespace Holdfast
