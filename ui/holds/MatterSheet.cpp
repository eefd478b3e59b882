// SPDX-License-Identifier: GPL-3.0-or-later
#include "holds/MatterSheet.h"

#include "domain/Limits.h"
#include "domain/WhenFinished.h"
#include "look/Spacing.h"
#include "look/Text.h"
#include "review/FilterText.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Holdfast {

namespace {

constexpr int leastWidth = 560;

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
    m_name->setFocus();
    showWhatCanBeDone();
}

void MatterSheet::fill(const User &me)
{
    m_name->setMaxLength(longestName);
    m_name->setText(m_matter.name);
    m_reference->setMaxLength(longestName);
    m_reference->setText(m_matter.reference);
    m_reference->setPlaceholderText(tr("A file number, where it has one"));
    m_reason->setMaxLength(longestReason);
    m_reason->setText(m_matter.reason);
    m_owner->addItem(tr("Nobody"));
    m_owner->addItem(me.fullName, me.id.value);
    if (m_matter.ownerId && m_matter.ownerId != me.id)
        m_owner->addItem(m_matter.ownerName, m_matter.ownerId->value);
    m_owner->setCurrentIndex(m_matter.ownerId        ? m_owner->findData(m_matter.ownerId->value)
                             : m_matter.id.isValid() ? 0
                                                     : 1);
    m_review->setPlaceholderText(tr("A day, such as 2027-03-01"));
    if (m_matter.reviewDate)
        m_review->setText(QLocale().toString(*m_matter.reviewDate, QLocale::ShortFormat));
    m_delete->setVisible(m_matter.id.isValid() && m_matter.id != defaultMatter);
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
    if (m_owner->currentData().isValid())
        request.ownerId = UserId{m_owner->currentData().toLongLong()};
    request.reviewDate = *day;
    request.closed = m_matter.closedAt.has_value();
    return request;
}

void MatterSheet::showWhatCanBeDone()
{
    m_save->setEnabled(!m_isDoing && !m_name->text().simplified().isEmpty());
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
        m_matter.id.isValid() ? m_calls.change(m_matter.id, *request) : m_calls.make(*request), this,
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
    whenFinished(m_calls.remove(m_matter.id), this, [this](const Done &removed) {
        ended(removed ? Result<MatterId>(MatterId()) : fail(removed.error()));
    });
}

void MatterSheet::ended(const Result<MatterId> &id)
{
    m_isDoing = false;
    Q_EMIT saved(id.value_or(m_matter.id));
    if (id)
        return accept();
    m_state->setText(id.error().kind == FailureKind::Unreachable
                         ? tr("The server gave no answer, so nobody knows whether it was done. Once it is back, look "
                              "at the matters first.")
                         : id.error().message);
    showWhatCanBeDone();
}

void MatterSheet::reject()
{
    if (!m_isDoing)
        QDialog::reject();
}

} // namespace Holdfast
