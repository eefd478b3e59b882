// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/AssignmentSheet.h"

#include "domain/ShownText.h"
#include "domain/WhenFinished.h"
#include "look/Card.h"
#include "look/Icons.h"
#include "look/Spacing.h"
#include "look/Text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace Holdfast {

namespace {

constexpr QSize usual(860, 560);
constexpr std::chrono::milliseconds searchedAfter{300};
constexpr int longestWords = 200;
constexpr int leadRole = Qt::UserRole;

} // namespace

AssignmentSheet::AssignmentSheet(UserCalls calls, const User &person, QWidget *parent)
    : QDialog(parent)
    , m_calls(calls)
    , m_person(person)
    , m_words(new QLineEdit(this))
    , m_assigned(makeSide(tr("Take away"), UserCalls::Assignment::NotAssigned))
    , m_others(makeSide(tr("Assign"), UserCalls::Assignment::Assigned))
    , m_state(new QLabel(this))
    , m_close(new QPushButton(tr("Close"), this))
{
    resize(usual);
    build();
    m_typed.setSingleShot(true);
    m_typed.setInterval(searchedAfter);
    connect(&m_typed, &QTimer::timeout, this, &AssignmentSheet::search);
    connect(m_words, &QLineEdit::textEdited, this, [this] { m_typed.start(); });
    connect(m_close, &QPushButton::clicked, this, &AssignmentSheet::accept);
    m_words->setFocus();
    search();
}

AssignmentSheet::Side AssignmentSheet::makeSide(const QString &button, UserCalls::Assignment becomes)
{
    Side side{makeMutedLabel({}, this), new QListView(this), new QStandardItemModel(this),
              new QPushButton(button, this)};
    side.list->setModel(side.leads);
    side.list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    side.list->setUniformItemSizes(true);
    side.list->setSpacing(2);
    side.button->setAutoDefault(false);
    const auto assignThis = [this, becomes] {
        assign(becomes == UserCalls::Assignment::Assigned ? m_others : m_assigned, becomes);
    };
    connect(side.button, &QPushButton::clicked, this, assignThis);
    connect(side.list, &QListView::activated, this, assignThis);
    connect(side.list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &AssignmentSheet::showWhatCanBeDone);
    return side;
}

void AssignmentSheet::build()
{
    const QString title = tr("Leads of %1").arg(shownOnOneLine(m_person.fullName));
    setWindowTitle(title);
    auto *head = new QLabel(title, this);
    head->setFont(titleFont());
    head->setTextFormat(Qt::PlainText);
    m_words->setPlaceholderText(tr("Find by name or number"));
    m_words->setAccessibleName(tr("Find by name or number"));
    m_words->addAction(icon(Icon::Search), QLineEdit::LeadingPosition);
    m_words->setMaxLength(longestWords);
    m_assigned.list->setAccessibleName(tr("Assigned leads"));
    m_others.list->setAccessibleName(tr("Leads that are not assigned"));
    m_state->setProperty("bad", true);
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    m_state->hide();
    m_close->setAutoDefault(false);
    auto *sides = new QHBoxLayout;
    sides->setSpacing(Space::large);
    for (const Side &side : {m_assigned, m_others}) {
        auto *column = new QVBoxLayout;
        column->setSpacing(Space::small);
        column->addWidget(side.head);
        column->addWidget(side.list, 1);
        column->addWidget(side.button, 0, Qt::AlignLeading);
        sides->addLayout(column, 1);
    }
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_state, 1);
    foot->addWidget(m_close, 0, Qt::AlignTrailing);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::wide, Space::wide, Space::wide, Space::large);
    column->setSpacing(Space::medium);
    column->addWidget(head);
    column->addWidget(m_words);
    column->addLayout(sides, 1);
    column->addLayout(foot);
}

void AssignmentSheet::search()
{
    const int turn = ++m_turn;
    const QString words = m_words->text().simplified();
    const auto shownBy = [this, turn](auto showPage) {
        return [this, turn, showPage](const Result<UserCalls::LeadPage> &page) {
            if (turn != m_turn)
                return;
            if (!page)
                return complain(page.error());
            (this->*showPage)(*page);
            showWhatCanBeDone();
        };
    };
    whenFinished(m_calls.leads(m_person.id, words, mostShown), this, shownBy(&AssignmentSheet::showAssigned));
    whenFinished(m_calls.leads(std::nullopt, words, mostShown), this, shownBy(&AssignmentSheet::showOthers));
}

void AssignmentSheet::showAssigned(const UserCalls::LeadPage &page)
{
    fill(m_assigned, page.leads);
    const QString total = QLocale().toString(page.total);
    m_assigned.head->setText(page.total > mostShown
                                 ? tr("Assigned: %1, the first %2 of them here").arg(total).arg(mostShown)
                                 : tr("Assigned: %1").arg(total));
}

void AssignmentSheet::showOthers(const UserCalls::LeadPage &page)
{
    QList<Lead> others;
    for (const Lead &lead : page.leads)
        if (!lead.agents.contains(m_person.id))
            others.append(lead);
    fill(m_others, others);
    m_others.head->setText(page.total > mostShown
                               ? tr("Not assigned, among the first %1 of %2: find others by their names")
                                     .arg(mostShown)
                                     .arg(QLocale().toString(page.total))
                               : tr("Not assigned: %1").arg(QLocale().toString(others.size())));
}

/// Who goes on pressing the key goes on with the next.
void AssignmentSheet::fill(const Side &side, const QList<Lead> &leads)
{
    const int row = side.list->currentIndex().row();
    side.leads->clear();
    for (const Lead &lead : leads) {
        auto *item =
            new QStandardItem(lead.phone.isEmpty() ? shownOnOneLine(lead.name)
                                                   : tr("%1 · %2").arg(shownOnOneLine(lead.name), ltr(lead.phone)));
        item->setToolTip(toolTipText(lead.campaignName));
        item->setData(lead.id.value, leadRole);
        side.leads->appendRow(item);
    }
    if (row >= 0 && side.leads->rowCount() > 0)
        side.list->setCurrentIndex(side.leads->index(std::min(row, side.leads->rowCount() - 1), 0));
}

void AssignmentSheet::assign(const Side &side, UserCalls::Assignment becomes)
{
    const QModelIndex chosen = side.list->currentIndex();
    if (m_isAsking || !chosen.isValid())
        return;
    m_isAsking = true;
    m_state->hide();
    showWhatCanBeDone();
    whenFinished(m_calls.assign({chosen.data(leadRole).toLongLong()}, m_person.id, becomes), this,
                 [this](const Result<Lead> &lead) {
                     m_isAsking = false;
                     showWhatCanBeDone();
                     if (!lead)
                         return complain(lead.error());
                     search();
                 });
}

void AssignmentSheet::complain(const Failure &failure)
{
    m_state->setText(failure.kind == FailureKind::Unreachable
                         ? tr("The server can't be reached. What is shown may not be so any more; try again when it is "
                              "back.")
                         : failure.message);
    m_state->show();
}

void AssignmentSheet::showWhatCanBeDone()
{
    for (const Side &side : {m_assigned, m_others})
        side.button->setEnabled(!m_isAsking && side.list->currentIndex().isValid());
}

} // namespace Holdfast
