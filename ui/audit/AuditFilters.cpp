// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/AuditFilters.h"

#include "audit/AuditWords.h"
#include "domain/ShownText.h"
#include "look/Icons.h"
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

constexpr std::chrono::milliseconds toldAfter{300};
constexpr int longestTyped = 40;
constexpr int leastLetters = 12; ///< of a name that a choice shows
constexpr int mostShown = 18;    ///< entries of an open list

/// The moment at which a day begins here.
QDateTime beginOf(const QDate &day)
{
    return day.startOfDay(Qt::LocalTime).toUTC();
}

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
    : QWidget(parent)
    , m_person(addChoice(tr("Person"), tr("Everybody")))
    , m_action(addChoice(tr("Action"), tr("All actions")))
    , m_outcome(addChoice(tr("Outcome"), tr("Done or refused")))
    , m_recording(addLine(tr("Number of the recording"), tr("Recording no.")))
    , m_lead(addLine(tr("Number of the lead"), tr("Lead no.")))
    , m_from(addLine(tr("From this day on"), tr("From day")))
    , m_until(addLine(tr("Until this day"), tr("Until day")))
    , m_showAll(new QPushButton(icon(Icon::Cancel), tr("Show all"), this))
{
    fillActions();
    m_outcome->addItem(tr("Only what was done"), true);
    m_outcome->addItem(tr("Only what was refused"), false);
    m_showAll->setToolTip(tr("Takes all filters away"));
    m_showAll->setEnabled(false);
    m_typed.setSingleShot(true);
    m_typed.setInterval(toldAfter);
    connect(&m_typed, &QTimer::timeout, this, &AuditFilters::tell);
    connect(m_showAll, &QPushButton::clicked, this, &AuditFilters::clear);
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
    second->addWidget(m_showAll);
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

QLineEdit *AuditFilters::addLine(const QString &name, const QString &hint)
{
    auto *line = new QLineEdit(this);
    line->setAccessibleName(name);
    line->setToolTip(name);
    line->setPlaceholderText(hint);
    line->setMaxLength(longestTyped);
    connect(line, &QLineEdit::textEdited, this, [this] { m_typed.start(); });
    connect(line, &QLineEdit::returnPressed, this, &AuditFilters::tell);
    return line;
}

QComboBox *AuditFilters::addChoice(const QString &name, const QString &all)
{
    auto *choice = new QComboBox(this);
    choice->setAccessibleName(name);
    choice->addItem(all);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(leastLetters);
    connect(choice, &QComboBox::currentIndexChanged, this, &AuditFilters::tell);
    return choice;
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
        terms.to = beginOf((*until)->addDays(1)).addMSecs(-1);
    return terms;
}

void AuditFilters::offerPeople(const QList<Agent> &people)
{
    const QSignalBlocker quiet(m_person);
    const QVariant chosen = m_person->currentData();
    const QString chosenName = m_person->currentText();
    while (m_person->count() > 1)
        m_person->removeItem(1);
    for (const Agent &person : people)
        m_person->addItem(shownOnOneLine(person.fullName), person.id.value);
    if (chosen.isValid() && m_person->findData(chosen) < 0)
        m_person->addItem(chosenName, chosen);
    m_person->setCurrentIndex(chosen.isValid() ? m_person->findData(chosen) : 0);
}

void AuditFilters::focusFirst()
{
    m_person->setFocus(Qt::ShortcutFocusReason);
}

void AuditFilters::clear()
{
    empty();
    tell();
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
    for (QComboBox *choice : {m_person, m_action, m_outcome}) {
        const QSignalBlocker quiet(choice);
        choice->setCurrentIndex(0);
    }
    for (QLineEdit *line : {m_recording, m_lead, m_from, m_until})
        line->clear();
}

void AuditFilters::tell()
{
    m_typed.stop();
    const Result<AuditTerms> now = terms();
    m_showAll->setEnabled(!now || *now != AuditTerms());
    Q_EMIT changed();
}

} // namespace Holdfast
