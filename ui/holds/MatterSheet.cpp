// SPDX-License-Identifier: GPL-3.0-or-later
#include "holds/MatterSheet.h"

#include "domain/Limits.h"
#include "domain/ShownText.h"
#include "domain/WhenFinished.h"
#include "holds/HoldWords.h"
#include "look/ConflictLine.h"
#include "look/RefusedEnter.h"
#include "look/Spacing.h"
#include "look/Text.h"
#include "review/FilterText.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Holdfast {

namespace {

constexpr int leastWidth = 560;
constexpr qint64 nobody = 0; ///< owns it

} // namespace

MatterSheet::MatterSheet(const Matter &matter, const User &me, MatterCalls calls, QWidget *parent)
    : QDialog(parent)
    , m_matter(matter)
    , m_calls(calls)
    , m_name(new QLineEdit(this))
    , m_reference(new QLineEdit(this))
    , m_reason(new QLineEdit(this))
    , m_owner(new QComboBox(this))
    , m_review(new QLineEdit(this))
    , m_conflict(new ConflictLine(this))
    , m_state(new QLabel(this))
    , m_delete(new QPushButton(tr("Delete…"), this))
    , m_save(new QPushButton(tr("Save"), this))
    , m_leave(new QPushButton(tr("Cancel"), this))
{
    setMinimumWidth(leastWidth);
    fill(me);
    build();
    connect(m_save, &QPushButton::clicked, this, &MatterSheet::save);
    connect(m_delete, &QPushButton::clicked, this, &MatterSheet::remove);
    connect(m_leave, &QPushButton::clicked, this, &MatterSheet::reject);
    for (const QLineEdit *line : {m_name, m_review})
        connect(line, &QLineEdit::textChanged, this, &MatterSheet::showWhatCanBeDone);
    connect(m_conflict, &ConflictLine::theirsWanted, this, [this] {
        m_mine = fields();
        fillFields(fieldsOf(m_matter));
    });
    connect(m_conflict, &ConflictLine::mineWanted, this, [this] { fillFields(m_mine); });
    new RefusedEnter(
        *this, *m_save, [this] { return m_isDoing ? QString() : missing(); },
        [this](const QString &sentence) {
            m_saysMissing = true;
            m_state->setText(sentence);
            showWhatCanBeDone();
        });
    m_name->setFocus();
    showWhatCanBeDone();
}

void MatterSheet::fill(const User &me)
{
    m_name->setMaxLength(longestName);
    m_reference->setMaxLength(longestName);
    m_reference->setPlaceholderText(tr("A file number, where it has one"));
    m_reason->setMaxLength(longestReason);
    m_owner->addItem(tr("Nobody"), nobody);
    m_owner->addItem(me.fullName, me.id.value);
    m_review->setPlaceholderText(tr("A day, such as 2027-03-01"));
    fillFields(fieldsOf(m_matter));
    if (!m_matter.id.isValid())
        m_owner->setCurrentIndex(1);
    m_delete->setVisible(m_matter.id.isValid() && m_matter.id != defaultMatter);
}

MatterSheet::Fields MatterSheet::fieldsOf(const Matter &matter)
{
    return {
        matter.name,      matter.reference,
        matter.reason,    matter.ownerId ? matter.ownerId->value : nobody,
        matter.ownerName, matter.reviewDate ? QLocale().toString(*matter.reviewDate, QLocale::ShortFormat) : QString()};
}

MatterSheet::Fields MatterSheet::fields() const
{
    return {m_name->text(),         m_reference->text(), m_reason->text(), m_owner->currentData().toLongLong(),
            m_owner->currentText(), m_review->text()};
}

void MatterSheet::fillFields(const Fields &fields)
{
    m_name->setText(fields.name);
    m_reference->setText(fields.reference);
    m_reason->setText(fields.reason);
    if (m_owner->findData(fields.owner) < 0)
        m_owner->addItem(fields.ownerName, fields.owner);
    m_owner->setCurrentIndex(m_owner->findData(fields.owner));
    m_review->setText(fields.review);
}

void MatterSheet::build()
{
    const QString title = m_matter.id.isValid() ? tr("Change the matter") : tr("New matter");
    setWindowTitle(title);
    auto *head = new QLabel(title, this);
    head->setFont(titleFont());
    m_state->setProperty("bad", true);
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    auto *form = new QFormLayout;
    form->setSpacing(Space::small);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("Re&ference"), m_reference);
    form->addRow(tr("&Reason"), m_reason);
    form->addRow(tr("&Owner"), m_owner);
    form->addRow(tr("Review &by"), m_review);
    m_save->setProperty("primary", true);
    m_save->setDefault(true);
    m_delete->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::small);
    buttons->addWidget(m_delete);
    buttons->addStretch();
    buttons->addWidget(m_leave);
    buttons->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::wide, Space::wide, Space::wide, Space::large);
    column->setSpacing(Space::medium);
    column->addWidget(head);
    column->addLayout(form);
    column->addWidget(m_conflict);
    column->addWidget(m_state);
    column->addLayout(buttons);
}

Result<MatterRequest> MatterSheet::written() const
{
    const auto day = dayFromText(m_review->text(), QLocale());
    if (!day)
        return fail(day.error());
    MatterRequest request;
    request.name = m_name->text().simplified();
    request.reference = m_reference->text().trimmed();
    request.reason = m_reason->text().trimmed();
    if (const qint64 owner = m_owner->currentData().toLongLong(); owner != nobody)
        request.ownerId = UserId{owner};
    request.reviewDate = *day;
    request.closed = m_matter.closedAt.has_value();
    return request;
}

QString MatterSheet::missing() const
{
    return m_name->text().simplified().isEmpty() ? tr("Give the matter a name.") : QString();
}

void MatterSheet::showWhatCanBeDone()
{
    const QString missing = this->missing();
    if (m_saysMissing && missing.isEmpty()) {
        m_saysMissing = false;
        m_state->clear();
    }
    m_save->setEnabled(!m_isDoing && missing.isEmpty());
    m_delete->setEnabled(!m_isDoing);
    m_leave->setEnabled(!m_isDoing);
    m_state->setVisible(!m_state->text().isEmpty());
}

void MatterSheet::save()
{
    const Result<MatterRequest> request = written();
    m_state->setText(request ? QString() : request.error().message);
    m_isDoing = request.has_value();
    showWhatCanBeDone();
    if (!request)
        return;
    whenFinished(
        m_matter.id.isValid() ? m_calls.change(m_matter.id, *request, m_matter.revision) : m_calls.make(*request), this,
        [this](const Result<Matter> &matter) { ended(matter.map([](const Matter &kept) { return kept.id; })); });
}

void MatterSheet::remove()
{
    if (!std::exchange(m_deletesNext, true)) {
        m_delete->setText(tr("Delete it for good"));
        m_state->setText(tr("A matter that nothing was ever held for can be deleted; any other is closed. Press again "
                            "to delete it."));
        showWhatCanBeDone();
        return;
    }
    m_isDoing = true;
    showWhatCanBeDone();
    whenFinished(m_calls.remove(m_matter.id, m_matter.revision), this, [this](const Done &removed) {
        ended(removed ? Result<MatterId>(MatterId()) : fail(removed.error()));
    });
}

void MatterSheet::ended(const Result<MatterId> &id)
{
    m_isDoing = false;
    Q_EMIT saved(id.value_or(m_matter.id));
    if (id)
        return accept();
    if (id.error().kind == FailureKind::Outdated)
        return readTheirs(id.error());
    m_state->setText(id.error().kind == FailureKind::Unreachable
                         ? tr("The server gave no answer, so nobody knows whether it was done. Once it is back, look "
                              "at the matters first.")
                         : id.error().message);
    showWhatCanBeDone();
}

/// Somebody else has changed it since it was read here. What was written stays; what comes next is done to theirs.
void MatterSheet::readTheirs(const Failure &failure)
{
    m_isDoing = true;
    whenFinished(m_calls.all(), this, [this, failure](const Result<QList<Matter>> &matters) {
        m_isDoing = false;
        const QList<Matter> all = matters.value_or(QList<Matter>());
        const auto theirs = std::ranges::find(all, m_matter.id, &Matter::id);
        if (!matters) {
            m_state->setText(failure.message + QLatin1Char(' ') + matters.error().message);
        } else if (theirs == all.cend()) {
            m_state->setText(tr("It was deleted meanwhile, so it can't be changed any more. Close this, and make a new "
                                "matter where one is needed."));
        } else {
            m_matter = *theirs;
            m_conflict->say(
                failure.message,
                tr("“%1”. %2").arg(shownOnOneLine(theirs->name), matterWords(*theirs, QDate::currentDate())));
        }
        showWhatCanBeDone();
    });
}

void MatterSheet::reject()
{
    if (!m_isDoing)
        QDialog::reject();
}

} // namespace Holdfast
