// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/User.h"

#include <QTimer>
#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace Holdfast {

/// The fields of a search over a table. What is chosen counts at once, what is typed once nobody types for 300 ms, or
/// at Enter. UI thread.
class FilterFields : public QWidget
{
    Q_OBJECT
public:
    explicit FilterFields(QWidget *parent = nullptr);

    void clear(); ///< shows all, at once

Q_SIGNALS:
    void changed(); ///< to be looked for now

protected:
    /// What is on offer: its words and its number.
    using Offers = QList<std::pair<QString, qint64>>;

    virtual bool isFiltering() const = 0; ///< also where what is typed is wrong
    virtual void empty() = 0;             ///< without telling of it

    QLineEdit *addLine(const QString &name, const QString &hint);
    QComboBox *addChoice(const QString &name, const QString &all);
    QPushButton *showAll() { return m_showAll; } ///< to be laid among the fields
    void tell();

    /// What is chosen stays, also where it is no more on offer.
    static void offer(QComboBox &choice, const Offers &offers);
    static Offers offersOf(const QList<Agent> &people);
    static void chooseFirst(const QList<QComboBox *> &choices); ///< without telling of it
    static QDateTime beginOf(const QDate &day);                 ///< here, in UTC
    static QDateTime endOf(const QDate &day);                   ///< its last millisecond

private:
    QTimer m_typed;
    QPushButton *m_showAll;
};

} // namespace Holdfast
