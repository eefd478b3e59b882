// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/PagedRows.h"
#include "sync/KeyCalls.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QProgressBar)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace Holdfast {

class ConfirmSheet;
class RowsTable;

/// The keys under which recordings are sealed, what each is needed for, and how far a new one has taken over; the keys
/// of the sign-ins and of the audit log. UI thread.
class KeysView : public QWidget
{
    Q_OBJECT
public:
    KeysView(KeyCalls calls, const Clock &clock, QWidget *parent = nullptr);

    PagedModel &rows() { return m_rows; }
    bool isUnderWay() const; ///< a new key takes over: look again soon

private:
    static QList<RowColumn<KeyOverview::Wrapping>> columns();
    QWidget *buildFoot();
    /// A key of which nothing but its sentence is to be seen.
    struct OtherKey
    {
        QWidget *part;
        QLabel *words;
        QPushButton *renew;
    };
    static OtherKey buildOther(const QString &name, const QString &deed);
    void connectParts();
    QFuture<Result<PagedRows<KeyOverview::Wrapping>::Page>> fetch();
    void showOverview(const KeyOverview &overview);
    void showChosen();
    void openRotation();
    void openRetiring();
    void openTokenKey();
    void openCheckpointKey();
    void open(ConfirmSheet *sheet);

    KeyCalls m_calls;
    std::optional<KeyOverview::Rotation> m_rotation;
    PagedRows<KeyOverview::Wrapping> m_rows;
    RowsTable *m_table;
    QLabel *m_words;
    QLabel *m_rotationWords;
    QProgressBar *m_progress;
    QPushButton *m_rotate;
    QPushButton *m_retire;
    OtherKey m_tokens;
    OtherKey m_checkpoints;
};

} // namespace Holdfast
