// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/PersonSheet.h"

#include "domain/Credentials.h"
#include "domain/Limits.h"
#include "domain/ShownText.h"
#include "look/Card.h"
#include "look/ConflictLine.h"
#include "people/RoleWords.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace Holdfast {

namespace {

constexpr int longestUsername = 64;

} // namespace

PersonSheet::PersonSheet(UserCalls calls, const std::optional<UserAccount> &known, QWidget *parent)
    : AccountSheet(
          calls, known.value_or(UserAccount()),
          {known ? tr("Change %1").arg(shownOnOneLine(known->user.fullName)) : tr("New person"),
           known ? tr("A new role counts from the next thing that this person does, without another sign-in. The "
                      "username %1 stays: the audit log knows this person by it.")
                       .arg(shownOnOneLine(known->user.username))
                 : tr("Tell the person the username and the password on a way that nobody else reads."),
           known ? tr("Change") : tr("Make")},
          parent)
    , m_isNew(!known)
    , m_conflict(new ConflictLine(this))
    , m_fullName(new QLineEdit(this))
    , m_role(new QComboBox(this))
    , m_meaning(makeMutedLabel({}, this))
{
    form().addRow(m_conflict);
    connect(m_conflict, &ConflictLine::theirsWanted, this, [this] {
        m_mine = {m_fullName->text(), role()};
        fillFields({AccountSheet::known().user.fullName, AccountSheet::known().user.role});
    });
    connect(m_conflict, &ConflictLine::mineWanted, this, [this] { fillFields(m_mine); });
    m_fullName->setMaxLength(longestName);
    form().addRow(tr("&Full name"), m_fullName);
    connect(m_fullName, &QLineEdit::textChanged, this, &PersonSheet::showWhatCanBeDone);
    if (!known) {
        m_username = new QLineEdit(this);
        m_username->setMaxLength(longestUsername);
        form().addRow(tr("&Username"), m_username);
        connect(m_username, &QLineEdit::textChanged, this, &PersonSheet::showWhatCanBeDone);
    }
    for (const Role one : {Role::Agent, Role::Supervisor, Role::Admin})
        m_role->addItem(roleWords(one), static_cast<int>(one));
    form().addRow(tr("&Role"), m_role);
    form().addRow(QString(), m_meaning);
    connect(m_role, &QComboBox::currentIndexChanged, this, &PersonSheet::showRoleMeaning);
    if (known) {
        fillFields({known->user.fullName, known->user.role});
    } else {
        m_password = addPasswordLine(tr("&Password"));
        m_again = addPasswordLine(tr("Password a&gain"));
    }
    showRoleMeaning();
    showWhatCanBeDone();
    if (m_username) { // as they stand, not as they were made
        setTabOrder(m_fullName, m_username);
        setTabOrder(m_username, m_role);
    }
    m_fullName->setFocus();
}

Role PersonSheet::role() const
{
    return static_cast<Role>(m_role->currentData().toInt());
}

void PersonSheet::fillFields(const Fields &fields)
{
    m_fullName->setText(fields.fullName);
    m_role->setCurrentIndex(m_role->findData(static_cast<int>(fields.role)));
}

void PersonSheet::meet(const QString &who)
{
    const User &theirs = known().user;
    m_conflict->say(who, tr("%1, %2").arg(shownOnOneLine(theirs.fullName), roleWords(theirs.role)));
    complain({}); // gives the line room
}

void PersonSheet::showRoleMeaning()
{
    m_meaning->setText(roleMeaningWords(role()));
}

QString PersonSheet::missing() const
{
    if (m_fullName->text().trimmed().isEmpty())
        return tr("Say the full name.");
    if (m_isNew && m_username->text().isEmpty())
        return tr("Say a username.");
    return m_isNew && (m_password->text().isEmpty() || m_again->text().isEmpty()) ? tr("Type the password twice.")
                                                                                  : QString();
}

std::optional<QFuture<Result<UserAccount>>> PersonSheet::ask()
{
    const QString fullName = m_fullName->text().simplified();
    if (!m_isNew)
        return calls().setNameAndRole(known().user.id, fullName, role(), known().revision);
    const NewUser wanted{{{}, m_username->text().trimmed(), fullName, role()}, m_password->text().toUtf8()};
    if (m_password->text() != m_again->text()) {
        complain(tr("The two passwords are not the same."));
        return std::nullopt;
    }
    for (const Done &checked : {checkUsername(wanted.user.username), checkPassword(wanted.password)})
        if (!checked) {
            complain(checked.error().message);
            return std::nullopt;
        }
    return calls().add(wanted);
}

} // namespace Holdfast
