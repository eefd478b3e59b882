// SPDX-License-Identifier: GPL-3.0-or-later
#include "signin/SignInPage.h"

#include "domain/WhenFinished.h"
#include "look/Icons.h"
#include "look/Spacing.h"
#include "look/Text.h"

#include <QFormLayout>
#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Holdfast {

namespace {

constexpr int sheetWidth = 400;
constexpr int sheetMargin = 32;

QLabel *fieldLabel(const QString &text, QLineEdit *field)
{
    auto *label = new QLabel(text);
    label->setFont(smallFont());
    label->setProperty("muted", true);
    label->setBuddy(field);
    field->setAccessibleName(QString(text).remove(QLatin1Char('&')));
    return label;
}

} // namespace

SignInPage::SignInPage(SignIn &signIn, QWidget *parent)
    : QWidget(parent)
    , m_signIn(signIn)
{
    buildLayout();
    const SignIn::Known known = m_signIn.lastUsed();
    prefill(known.server, known.username, {});
    connect(m_submit, &QPushButton::clicked, this, &SignInPage::submit);
    connect(m_notNow, &QPushButton::clicked, this, &SignInPage::putOff);
    connect(&m_signIn, &SignIn::anotherSignsIn, m_notNow, &QWidget::hide);
    for (QLineEdit *field : {m_server, m_username, m_password})
        connect(field, &QLineEdit::returnPressed, this, &SignInPage::submit);
}

void SignInPage::buildLayout()
{
    auto *sign = new QLabel;
    sign->setPixmap(appIcon().pixmap(56, 56));
    sign->setAlignment(Qt::AlignHCenter);
    auto *title = new QLabel(tr("Holdfast"));
    title->setFont(titleFont());
    title->setAlignment(Qt::AlignHCenter);
    auto *subtitle = new QLabel(tr("Your company's call recordings, kept."));
    subtitle->setProperty("muted", true);
    subtitle->setAlignment(Qt::AlignHCenter);
    m_server = new QLineEdit;
    m_server->setPlaceholderText(QStringLiteral("https://recordings.example.com"));
    m_server->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    m_server->setLayoutDirection(Qt::LeftToRight);
    m_username = new QLineEdit;
    m_password = new QLineEdit;
    m_password->setEchoMode(QLineEdit::Password);
    m_submit = new QPushButton(tr("Sign in"));
    m_submit->setProperty("primary", true);
    m_submit->setMinimumHeight(36);
    m_notNow = new QPushButton(tr("Not now"));
    m_notNow->setToolTip(tr("Back to the window as it is; nothing is sent before you have signed in (Esc)"));
    m_notNow->setMinimumHeight(36);
    m_notNow->hide();
    m_progress = new QProgressBar;
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Signing in"));
    QSizePolicy keepsItsPlace = m_progress->sizePolicy();
    keepsItsPlace.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(keepsItsPlace);
    m_progress->hide();
    m_sentence = new QLabel;
    m_sentence->setProperty("bad", true);
    m_sentence->setWordWrap(true);
    m_sentence->hide();

    auto *sheet = new QFrame(this);
    sheet->setProperty("sheet", true);
    sheet->setFixedWidth(sheetWidth);
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(sheetMargin, sheetMargin, sheetMargin, Space::wide);
    column->setSpacing(Space::hair);
    column->addWidget(sign);
    column->addSpacing(Space::small);
    column->addWidget(title);
    column->addWidget(subtitle);
    column->addSpacing(Space::large);
    const std::pair<QString, QLineEdit *> fields[] = {
        {tr("S&erver"), m_server}, {tr("&User"), m_username}, {tr("&Password"), m_password}};
    for (const auto &[text, field] : fields) {
        column->addWidget(fieldLabel(text, field));
        column->addWidget(field);
        column->addSpacing(Space::small);
    }
    column->addWidget(m_sentence);
    column->addSpacing(Space::small);
    column->addWidget(m_submit);
    column->addWidget(m_notNow);
    column->addWidget(m_progress);

    auto *page = new QVBoxLayout(this);
    page->addStretch();
    page->addWidget(sheet, 0, Qt::AlignHCenter);
    page->addStretch();
}

void SignInPage::prefill(const QUrl &server, const QString &username, const QString &password)
{
    m_server->setText(server.toDisplayString());
    m_username->setText(username);
    m_password->setText(password);
    m_open.reset();
    m_notNow->hide();
    QLineEdit *first = m_server->text().isEmpty() ? m_server : m_username->text().isEmpty() ? m_username : m_password;
    first->setFocus();
}

void SignInPage::goOnWith(const std::shared_ptr<Session> &open)
{
    prefill(open->server, open->account, {});
    m_open = open;
    m_notNow->show();
}

void SignInPage::say(const QString &sentence)
{
    m_sentence->setText(sentence);
    // The sheet has a fixed width and takes its height from hints, which do not count the lines of a sentence.
    m_sentence->setMinimumHeight(std::max(0, m_sentence->heightForWidth(sheetWidth - 2 * sheetMargin)));
    m_sentence->setVisible(!sentence.isEmpty());
}

void SignInPage::resume()
{
    setBusy(true);
    whenFinished(m_signIn.resume(), this, [this](const Result<std::shared_ptr<Session>> &result) {
        // That there is no kept sign-in is no news to anybody.
        if (!result && result.error().kind == FailureKind::NotSignedIn)
            setBusy(false);
        else
            answered(result);
    });
}

void SignInPage::submit()
{
    QString address = m_server->text().trimmed();
    if (!address.contains(QStringLiteral("://")) && !address.isEmpty())
        address.prepend(QStringLiteral("https://"));
    const QUrl server(address, QUrl::StrictMode);
    const bool usable = server.isValid() && !server.host().isEmpty() &&
                        (server.scheme() == QStringLiteral("https") || server.scheme() == QStringLiteral("http"));
    if (!usable) {
        say(tr("This is not the address of a server. It looks like https://recordings.example.com."));
        m_server->setFocus();
        return;
    }
    if (m_username->text().trimmed().isEmpty() || m_password->text().isEmpty()) {
        say(tr("Enter your user name and your password."));
        (m_username->text().trimmed().isEmpty() ? m_username : m_password)->setFocus();
        return;
    }
    say({});
    setBusy(true);
    whenFinished(m_signIn.signIn(server, m_username->text().trimmed(), m_password->text(), m_open), this,
                 [this](const Result<std::shared_ptr<Session>> &result) { answered(result); });
}

void SignInPage::answered(const Result<std::shared_ptr<Session>> &result)
{
    setBusy(false);
    if (!result) {
        say(result.error().message);
        m_password->setFocus();
        m_password->selectAll();
        return;
    }
    m_password->clear();
    Q_EMIT signedIn(*result);
}

void SignInPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_notNow->isVisible() && m_notNow->isEnabled())
        Q_EMIT putOff();
    else
        QWidget::keyPressEvent(event);
}

void SignInPage::setBusy(bool busy)
{
    for (QWidget *field :
         {static_cast<QWidget *>(m_server), static_cast<QWidget *>(m_username), static_cast<QWidget *>(m_password),
          static_cast<QWidget *>(m_submit), static_cast<QWidget *>(m_notNow)})
        field->setEnabled(!busy);
    m_progress->setVisible(busy);
}

} // namespace Holdfast
