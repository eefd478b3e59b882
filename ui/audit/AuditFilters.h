// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/AuditTerms.h"
#include "domain/Result.h"
#include "domain/User.h"

#include <QTimer>
#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace Holdfast {

/// Which entries are looked for: person, action, outcome, recording, lead and days. What is chosen counts at once, what
/// is typed once nobody types for 300 ms, or at Enter. UI thread.
class AuditFilters : public QWidget
{
    Q_OBJECT
public:
    explicit AuditFilters(QWidget *parent = nullptr);

    /// As it stands in the fields. Malformed, with a sentence, where a day or a number is none.
    Result<AuditTerms> terms() const;
    void offerPeople(const QList<Agent> &people); ///< what is chosen stays
    void focusFirst();
    void clear();
    enum class About { All, Hearing };
    void showOnly(RecordingId recording, About about); ///< nothing else counts any more

Q_SIGNALS:
    void changed(); ///< to be looked for now

private:
    void build();
    void fillActions();
    void empty();
    QLineEdit *addLine(const QString &name, const QString &hint);
    QComboBox *addChoice(const QString &name, const QString &all);
    void tell();

    QTimer m_typed;
    QComboBox *m_person;
    QComboBox *m_action;
    QComboBox *m_outcome;
    QLineEdit *m_recording;
    QLineEdit *m_lead;
    QLineEdit *m_from;
    QLineEdit *m_until;
    QPushButton *m_showAll;
};

} // namespace Holdfast
