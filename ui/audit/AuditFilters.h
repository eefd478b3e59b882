// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/AuditTerms.h"
#include "domain/Result.h"
#include "lists/FilterFields.h"

namespace Holdfast {

/// Which entries are looked for: person, action, outcome, recording, lead and days. UI thread.
class AuditFilters : public FilterFields
{
    Q_OBJECT
public:
    explicit AuditFilters(QWidget *parent = nullptr);

    /// As it stands in the fields. Malformed, with a sentence, where a day or a number is none.
    Result<AuditTerms> terms() const;
    void offerPeople(const QList<Agent> &people); ///< what is chosen stays
    void focusFirst();
    enum class About { All, Hearing };
    void showOnly(RecordingId recording, About about); ///< nothing else counts any more

protected:
    bool isFiltering() const override;
    void empty() override;

private:
    void build();
    void fillActions();

    QComboBox *m_person;
    QComboBox *m_action;
    QComboBox *m_outcome;
    QLineEdit *m_recording;
    QLineEdit *m_lead;
    QLineEdit *m_from;
    QLineEdit *m_until;
};

} // namespace Holdfast
