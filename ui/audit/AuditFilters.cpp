// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/AuditFilters.h"

#include "audit/AuditWords.h"
#include "look/Spacing.h"
#include "review/FilterText.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace Holdfast {

namespace {

constexpr int mostShown = 18; ///< entries of an open list

/// None where nothing is typed; fails where it is no number from 1 on.
Result<std::optional<qint64>> numberIn(const QLineEdit &line)
{
    const QString typed = line.text().trimmed();
    if (typed.isEmpty())
        return std::optional<qint64>();
    bool isNumber = false;
    const qint64 number = typed.toLongLong(&isNumber);
    if (!isNumber || number < 1)
        return fail(FailureKind::Malformed,
                    AuditFilters::tr("“%1” is no number. Recordings and leads have numbers from 1 on.").arg(typed));
    return std::optional(number);
}

} // namespace

AuditFilters::AuditFilters(QWidget *parent)
    : FilterFields(parent)
    , m_person(addChoice(tr("Person"), tr("Everybody")))
    , m_action(addChoice(tr("Action"), tr("All actions")))
    , m_outcome(addChoice(tr("Outcome"), tr("Done or refused")))
    , m_recording(addLine(tr("Number of the recording"), tr("Recording no.")))
    , m_lead(addLine(tr("Number of the lead"), tr("Lead no.")))
    , m_from(addLine(tr("From this day on"), tr("From day")))
    , m_until(addLine(tr("Until this day"), tr("Until day")))
{
    fillActions();
    m_outcome->addItem(tr("Only what was done"), true);
    m_outcome->addItem(tr("Only what was refused"), false);
    build();
}

void AuditFilters::build()
{
    auto *first = new QHBoxLayout;
    first->setSpacing(Space::small);
    first->addWidget(m_person, 1);
    first->addWidget(m_action, 2);
    first->addWidget(m_outcome, 1);
    auto *second = new QHBoxLayout;
    second->setSpacing(Space::small);
    for (QLineEdit *line : {m_recording, m_lead, m_from, m_until})
        second->addWidget(line, 1);
    second->addWidget(showAll());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::small);
    column->addLayout(first);
    column->addLayout(second);
}

void AuditFilters::fillActions()
{
    m_action->addItem(tr("Heard or saved"), hearingActions());
    m_action->insertSeparator(m_action->count());
    for (const QString &action : knownActions())
        m_action->addItem(actionWords(action), QStringList{action});
    m_action->setMaxVisibleItems(mostShown);
    m_action->setProperty("long", true); // a list with a bar, not one as high as the screen
}

Result<AuditTerms> AuditFilters::terms() const
{
    const auto from = dayFromText(m_from->text(), QLocale());
    const auto until = dayFromText(m_until->text(), QLocale());
    if (!from || !until)
        return fail(from ? until.error() : from.error());
    const auto recording = numberIn(*m_recording);
    const auto lead = numberIn(*m_lead);
    if (!recording || !lead)
        return fail(recording ? lead.error() : recording.error());
    AuditTerms terms;
    if (m_person->currentData().isValid())
        terms.user = UserId{m_person->currentData().toLongLong()};
    terms.actions = m_action->currentData().toStringList();
    if (m_outcome->currentData().isValid())
        terms.outcome = m_outcome->currentData().toBool() ? AuditOutcome::Allowed : AuditOutcome::Refused;
    if (*recording)
        terms.recording = RecordingId{**recording};
    if (*lead)
        terms.lead = LeadId{**lead};
    if (*from)
        terms.from = beginOf(**from);
    if (*until)
        terms.to = endOf(**until);
    return terms;
}

void AuditFilters::offerPeople(const QList<Agent> &people)
{
    offer(*m_person, offersOf(people));
}

void AuditFilters::focusFirst()
{
    m_person->setFocus(Qt::ShortcutFocusReason);
}

void AuditFilters::showOnly(RecordingId recording, About about)
{
    empty();
    m_recording->setText(QString::number(recording.value));
    if (about == About::Hearing) {
        const QSignalBlocker quiet(m_action);
        m_action->setCurrentIndex(1);
    }
    tell();
}

void AuditFilters::empty()
{
    chooseFirst({m_person, m_action, m_outcome});
    for (QLineEdit *line : {m_recording, m_lead, m_from, m_until})
        line->clear();
}

bool AuditFilters::isFiltering() const
{
    const Result<AuditTerms> now = terms();
    return !now || *now != AuditTerms();
}

} // namespace Holdfast
