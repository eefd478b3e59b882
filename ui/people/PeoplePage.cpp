// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/PeoplePage.h"

#include "domain/ShownText.h"
#include "domain/WhenFinished.h"
#include "lists/ChosenFoot.h"
#include "look/Icons.h"
#include "look/PageFocus.h"
#include "look/Spacing.h"
#include "look/Text.h"
#include "people/AssignmentSheet.h"
#include "people/PasswordSheet.h"
#include "people/PeopleTable.h"
#include "people/PersonSheet.h"
#include "people/RoleWords.h"
#include "people/StandingSheet.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Holdfast {

namespace {

constexpr int longestWords = 200;
constexpr int widestFilter = 360;

} // namespace

PeoplePage::PeoplePage(UserCalls calls, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_calls(calls)
    , m_clock(clock)
    , m_count(new QLabel)
    , m_words(new QLineEdit)
    , m_table(new PeopleTable(m_model))
    , m_state(new QLabel)
    , m_which(new QLabel)
    , m_may(new QLabel)
    , m_new(new QPushButton(icon(Icon::People), tr("New person…")))
    , m_change(new QPushButton(tr("Change…")))
    , m_password(new QPushButton(tr("New password…")))
    , m_leads(new QPushButton(tr("Leads…")))
    , m_standing(new QPushButton(tr("Disable…")))
{
    m_state->setProperty("bad", true);
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    m_state->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::wide, Space::large, Space::wide, Space::large);
    column->setSpacing(Space::medium);
    column->addWidget(buildHead());
    column->addWidget(m_state);
    column->addWidget(m_table, 1);
    column->addWidget(buildFoot());
    giveFocusTo(this, m_table);
    connectParts();
    showChosen();
}

QWidget *PeoplePage::buildHead()
{
    auto *title = new QLabel(tr("People"));
    title->setFont(titleFont());
    m_count->setProperty("muted", true);
    m_words->setPlaceholderText(tr("Find by name"));
    m_words->setAccessibleName(tr("Find by name"));
    m_words->addAction(icon(Icon::Search), QLineEdit::LeadingPosition);
    m_words->setMaxLength(longestWords);
    m_words->setMaximumWidth(widestFilter);
    auto *head = new QWidget;
    auto *line = new QHBoxLayout(head);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Space::medium);
    line->addWidget(title);
    line->addWidget(m_count, 1, Qt::AlignBottom);
    line->addWidget(m_words, 1);
    line->addWidget(m_new);
    return head;
}

QWidget *PeoplePage::buildFoot()
{
    return chosenFoot(m_which, m_may, {m_change, m_leads, m_password, m_standing});
}

void PeoplePage::connectParts()
{
    connect(m_words, &QLineEdit::textChanged, this, [this](const QString &words) {
        const UserAccount *chosen = current();
        const UserId id = chosen ? chosen->user.id : UserId();
        m_model.setWords(words);
        choose(id);
        showCount();
    });
    connect(m_words, &QLineEdit::returnPressed, this, [this] { m_table->setFocus(); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PeoplePage::showChosen);
    connect(m_table, &QAbstractItemView::activated, m_change, &QPushButton::click);
    connect(m_new, &QPushButton::clicked, this, [this] { open(new PersonSheet(m_calls, std::nullopt, this)); });
    connect(m_change, &QPushButton::clicked, this, [this] {
        if (const UserAccount *account = current())
            open(new PersonSheet(m_calls, *account, this));
    });
    connect(m_password, &QPushButton::clicked, this, [this] {
        if (const UserAccount *account = current())
            open(new PasswordSheet(m_calls, *account, this));
    });
    connect(m_standing, &QPushButton::clicked, this, [this] {
        if (const UserAccount *account = current())
            open(new StandingSheet(m_calls, *account, this));
    });
    connect(m_leads, &QPushButton::clicked, this, &PeoplePage::openLeads);
}

void PeoplePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_wasShown = true;
    m_table->setFocus();
    read();
}

void PeoplePage::refresh()
{
    if (m_wasShown)
        read();
}

void PeoplePage::goOn()
{
    if (m_wasShown && std::exchange(m_isStopped, false))
        read();
}

void PeoplePage::follow()
{
    m_readsAgain = m_isReading;
    if (isVisible())
        read();
}

void PeoplePage::focusFilter()
{
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

void PeoplePage::read()
{
    if (std::exchange(m_isReading, true))
        return;
    if (!m_readAt.isValid())
        m_count->setText(tr("Reading…"));
    whenFinished(m_calls.all(), this, [this](const Result<QList<UserAccount>> &people) {
        m_isReading = false;
        if (people)
            showPeople(*people);
        else
            showFailure(people.error());
        if (std::exchange(m_readsAgain, false) && people)
            read();
    });
}

void PeoplePage::showPeople(const QList<UserAccount> &people)
{
    m_isStopped = false;
    m_readAt = m_clock();
    m_state->hide();
    const UserAccount *chosen = current();
    const UserId id = chosen ? chosen->user.id : UserId();
    m_model.setPeople(people);
    choose(id);
    showCount();
}

void PeoplePage::showFailure(const Failure &failure)
{
    m_isStopped = true;
    if (failure.kind != FailureKind::Unreachable)
        m_state->setText(failure.message);
    else if (m_readAt.isValid())
        m_state->setText(
            tr("The server can't be reached, and nobody's account can be changed without it. What is shown "
               "is as of %1; it goes on by itself when the server is back.")
                .arg(QLocale().toString(m_readAt.toLocalTime().time(), QLocale::ShortFormat)));
    else
        m_state->setText(
            tr("The server can't be reached, and who there is is known to it alone. It goes on by itself when "
               "the server is back."));
    m_state->show();
    if (!m_readAt.isValid())
        m_count->setText({});
}

void PeoplePage::showCount()
{
    if (!m_readAt.isValid())
        return;
    const QString all = QLocale().toString(m_model.total());
    const int shown = m_model.rowCount();
    m_count->setText(shown == m_model.total() ? all : tr("%1 of %2").arg(QLocale().toString(shown), all));
}

const UserAccount *PeoplePage::current() const
{
    return m_table->currentIndex().isValid() ? m_model.at(m_table->currentIndex().row()) : nullptr;
}

/// The first where that one is not shown.
void PeoplePage::choose(UserId id)
{
    if (m_model.rowCount() > 0)
        m_table->setCurrentIndex(m_model.index(std::max(0, m_model.rowOf(id)), 0));
    showChosen();
}

void PeoplePage::showChosen()
{
    const UserAccount *account = current();
    for (QPushButton *button : {m_change, m_password, m_leads, m_standing})
        button->setEnabled(account != nullptr);
    m_standing->setText(account && account->disabled ? tr("Enable…") : tr("Disable…"));
    m_which->setText(account ? tr("%1 · %2").arg(shownOnOneLine(account->user.fullName), roleWords(account->user.role))
                             : QString());
    m_may->setText(!account            ? tr("Choose a person to see what they may.")
                   : account->disabled ? tr("The account is disabled: nobody can sign in with it.")
                                       : roleMeaningWords(account->user.role));
}

void PeoplePage::open(AccountSheet *sheet)
{
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &AccountSheet::done, this, [this](const UserAccount &account) {
        m_model.take(account);
        if (m_model.rowOf(account.user.id) < 0)
            m_words->clear(); // else one would not see what came of it
        choose(account.user.id);
        showCount();
    });
    connect(sheet, &AccountSheet::unknown, this, &PeoplePage::read);
    connect(sheet, &QDialog::finished, m_table, [this] { m_table->setFocus(); }); // the keys go on from there
    sheet->open();
}

void PeoplePage::openLeads()
{
    const UserAccount *account = current();
    if (!account)
        return;
    auto *sheet = new AssignmentSheet(m_calls, account->user, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &QDialog::finished, m_table, [this] { m_table->setFocus(); });
    sheet->open();
}

} // namespace Holdfast
