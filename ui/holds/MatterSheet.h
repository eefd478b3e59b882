// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/User.h"
#include "sync/MatterCalls.h"

#include <QDialog>

QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace Holdfast {

class ConflictLine;

/// Making or changing a matter; deleting one that nothing was ever held for, after a second press. Where
/// somebody else has changed it meanwhile, it says so, and what was written stays. UI thread.
class MatterSheet : public QDialog
{
    Q_OBJECT
public:
    /// One without an id is made. `me` may own it.
    MatterSheet(const Matter &matter, const User &me, MatterCalls calls, QWidget *parent = nullptr);

    void reject() override; ///< not while the server is asked

Q_SIGNALS:
    void saved(Holdfast::MatterId id); ///< invalid where it was deleted, or where nobody knows

private:
    struct Fields
    {
        QString name;
        QString reference;
        QString reason;
        qint64 owner = 0; ///< 0: nobody
        QString ownerName;
        QString review;
    };
    static Fields fieldsOf(const Matter &matter);
    Fields fields() const;
    void fillFields(const Fields &fields);
    void build();
    void fill(const User &me);
    Result<MatterRequest> written() const;
    void save();
    void remove();
    void ended(const Result<MatterId> &id);
    void readTheirs(const Failure &failure);
    QString missing() const; ///< what is still to be told
    void showWhatCanBeDone();

    Matter m_matter; ///< as it was read
    Fields m_mine;   ///< as it was written, while theirs is looked at
    MatterCalls m_calls;
    bool m_isDoing = false;
    bool m_saysMissing = false; ///< Enter was refused with it
    bool m_deletesNext = false; ///< the button that deletes was pressed once
    QLineEdit *m_name;
    QLineEdit *m_reference;
    QLineEdit *m_reason;
    QComboBox *m_owner;
    QLineEdit *m_review;
    ConflictLine *m_conflict;
    QLabel *m_state;
    QPushButton *m_delete;
    QPushButton *m_save;
    QPushButton *m_leave;
};

} // namespace Holdfast
