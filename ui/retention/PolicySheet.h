// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "review/AgentsAndCampaigns.h"
#include "sync/PolicyCalls.h"

#include <QDialog>
#include <QTimer>

QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace Holdfast {

class ConflictLine;
class EffectsPanel;
class NumberBox;

/// Making, changing or deleting a retention policy. While it is written, it shows what that would do, as the server
/// reckons it; only what was shown can be saved. Where somebody else has changed it meanwhile, it says so, and what was
/// written stays. UI thread.
class PolicySheet : public QDialog
{
    Q_OBJECT
public:
    enum class Deed { Save, Delete };

    /// One without an id is made.
    PolicySheet(Deed deed, const RetentionPolicy &policy, PolicyCalls calls, const AgentsAndCampaigns &names,
                const Clock &clock, QWidget *parent = nullptr);

    void reject() override; ///< not while the server is asked to do it: one would not know what became of it

Q_SIGNALS:
    void done(); ///< the policies are others now, or may be

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void fillScopes();
    void fillFields(const RetentionPolicy &policy);
    void fillWords();
    RetentionPolicy written() const;
    void changed();
    void preview();
    void carryOut();
    void ended(const Done &done);
    void readTheirs(const Failure &failure);
    void meet(const RetentionPolicy &theirs, const QString &who);
    QString missing() const; ///< what is still to be told
    void showWhatCanBeDone();

    Deed m_deed;
    RetentionPolicy m_policy; ///< as it was read
    RetentionPolicy m_mine;   ///< as it was written, while theirs is looked at
    PolicyCalls m_calls;
    const AgentsAndCampaigns &m_names;
    QTimer m_settled;         ///< until nobody types any more
    int m_turn = 0;           ///< answers to earlier previews count no more
    QString m_told;           ///< of what somebody else did to one that is to be deleted
    bool m_isShown = false;   ///< what would be done
    bool m_isUnknown = false; ///< the server did not tell it
    bool m_isDoing = false;
    bool m_saysMissing = false; ///< Enter was refused with it
    QLineEdit *m_name;
    NumberBox *m_days;
    QLabel *m_refused; ///< days past the bounds
    QComboBox *m_scope;
    ConflictLine *m_conflict;
    EffectsPanel *m_effects;
    QLabel *m_state;
    QPushButton *m_run;
    QPushButton *m_leave;
};

} // namespace Holdfast
