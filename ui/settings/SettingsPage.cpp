// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/SettingsPage.h"

#include "domain/ShownText.h"
#include "look/Card.h"
#include "look/Icons.h"
#include "look/Spacing.h"
#include "look/Text.h"
#include "settings/CacheCard.h"
#include "settings/FilingCard.h"
#include "settings/SourcesCard.h"

#include <QButtonGroup>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace Holdfast {

namespace {

constexpr int cardWidth = 560;

QString roleText(Role role)
{
    switch (role) {
    case Role::Agent:
        return SettingsPage::tr("Agent");
    case Role::Supervisor:
        return SettingsPage::tr("Supervisor");
    case Role::Admin:
        return SettingsPage::tr("Admin");
    }
    Q_UNREACHABLE();
}

std::pair<QFrame *, QVBoxLayout *> card(const QString &title)
{
    const auto [frame, column] = makeCard(title, cardWidth);
    column->setSpacing(Space::hair);
    column->addSpacing(Space::small);
    return {frame, column};
}

} // namespace

SettingsPage::SettingsPage(Appearance &appearance, const Session &session, QWidget *parent)
    : QWidget(parent)
    , m_appearance(appearance)
{
    auto *title = new QLabel(tr("Settings"));
    title->setFont(titleFont());
    auto *cards = new QWidget;
    // Sentences that wrap in the cards are as high as the cards are wide, and not as the window is.
    cards->setMaximumWidth(cardWidth + 2 * Space::wide);
    auto *column = new QVBoxLayout(cards);
    column->setContentsMargins(Space::wide, Space::large, Space::wide, Space::large);
    column->setSpacing(Space::large);
    column->addWidget(title);
    column->addWidget(appearanceCard());
    column->addWidget(languageCard(session));
    column->addWidget(filingCard(session));
    column->addWidget(sourcesCard(session));
    column->addWidget(cacheCard(session));
    column->addWidget(accountCard(session.user, session.server));
    column->addStretch();
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus); // what is in it has the focus
    scroll->setWidget(cards);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
}

QWidget *SettingsPage::appearanceCard()
{
    const auto [frame, column] = card(tr("Appearance"));
    auto *group = new QButtonGroup(frame);
    const std::tuple<QString, Icon, AppearanceChoice> choices[] = {
        {tr("As the desktop"), Icon::Desktop, AppearanceChoice::AsDesktop},
        {tr("Light"), Icon::Sun, AppearanceChoice::Light},
        {tr("Dark"), Icon::Moon, AppearanceChoice::Dark}};
    for (const auto &[text, sign, choice] : choices) {
        auto *button = new QRadioButton(text);
        button->setIcon(icon(sign));
        button->setAccessibleName(text);
        button->setChecked(m_appearance.choice() == choice);
        group->addButton(button);
        column->addWidget(button);
        connect(button, &QRadioButton::clicked, this, [this, chosen = choice] {
            m_appearance.choose(chosen);
            Q_EMIT appearanceChosen(chosen);
        });
    }
    return frame;
}

/// Each language by its own name: whoever can't read the present one finds his.
QWidget *SettingsPage::languageCard(const Session &session)
{
    const auto [frame, column] = card(tr("Language"));
    auto *group = new QButtonGroup(frame);
    const std::pair<QString, ShownLanguage::Choice> choices[] = {
        {tr("As the system"), ShownLanguage::Choice::AsSystem},
        {QStringLiteral("English"), ShownLanguage::Choice::English},
        {QStringLiteral("Deutsch"), ShownLanguage::Choice::German}};
    for (const auto &[text, choice] : choices) {
        auto *button = new QRadioButton(text);
        button->setAccessibleName(text);
        button->setChecked(session.language.choice == choice);
        group->addButton(button);
        column->addWidget(button);
        connect(button, &QRadioButton::clicked, this, [this, chosen = choice, file = session.language.file] {
            Q_EMIT languageChosen({chosen, file});
        });
    }
    column->addWidget(
        makeMutedLabel(tr("Another language shows at once; while something is under way here, at the next start.")));
    return frame;
}

QWidget *SettingsPage::filingCard(const Session &session)
{
    const auto [frame, column] = card(tr("Names of files"));
    auto *filing = new FilingCard(*session.store, session.filing);
    column->addWidget(filing);
    connect(filing, &FilingCard::rulesChanged, this, &SettingsPage::filingChanged);
    return frame;
}

QWidget *SettingsPage::cacheCard(const Session &session)
{
    const auto [frame, column] = card(tr("Recordings on this computer"));
    auto *cache = new CacheCard(*session.upkeep, session.tokenKept);
    column->addWidget(cache);
    connect(cache, &CacheCard::problem, this, &SettingsPage::problem);
    return frame;
}

QWidget *SettingsPage::sourcesCard(const Session &session)
{
    const auto [frame, column] = card(tr("Watched folders"));
    auto *sources = new SourcesCard(session);
    column->addWidget(sources);
    connect(sources, &SourcesCard::sourcesChanged, this, &SettingsPage::sourcesChanged);
    return frame;
}

QWidget *SettingsPage::accountCard(const User &user, const QUrl &server)
{
    const auto [frame, column] = card(tr("Account"));
    auto *who = new QLabel(
        tr("%1 (%2), %3").arg(shownOnOneLine(user.fullName), shownOnOneLine(user.username), roleText(user.role)));
    auto *where = new QLabel(ltr(server.toDisplayString()));
    where->setProperty("muted", true);
    auto *remark = new QLabel(tr("Recordings that still wait to be sent stay on this computer and go on after the next "
                                 "sign-in."));
    remark->setProperty("muted", true);
    remark->setWordWrap(true);
    auto *signOut = new QPushButton(icon(Icon::SignOut), tr("Sign out"));
    signOut->setAccessibleName(tr("Sign out"));
    connect(signOut, &QPushButton::clicked, this, &SettingsPage::signOutRequested);
    column->addWidget(who);
    column->addWidget(where);
    column->addSpacing(Space::small);
    column->addWidget(remark);
    column->addSpacing(Space::small);
    auto *password = new QPushButton(tr("Change password…"));
    connect(password, &QPushButton::clicked, this, &SettingsPage::passwordChangeRequested);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::small);
    buttons->addWidget(password);
    buttons->addWidget(signOut);
    buttons->addStretch();
    column->addLayout(buttons);
    return frame;
}

} // namespace Holdfast
