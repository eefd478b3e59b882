// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/DeedSheet.h"

#include "domain/Limits.h"
#include "look/Card.h"
#include "look/RefusedEnter.h"
#include "look/Spacing.h"
#include "look/Text.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Holdfast {

namespace {

constexpr int usualWidth = 520;

} // namespace

DeedSheet::DeedSheet(const QString &title, const QString &help, const QString &deed, QWidget *parent)
    : QDialog(parent)
    , m_title(new QLabel(title, this))
    , m_help(makeMutedLabel(help, this))
    , m_form(new QFormLayout)
    , m_fields(new QWidget(this))
    , m_state(new QLabel(this))
    , m_leave(new QPushButton(tr("Cancel"), this))
    , m_run(new QPushButton(deed, this))
{
    build(title);
    connect(m_run, &QPushButton::clicked, this, [this] {
        complain({});
        carryOut();
    });
    connect(m_leave, &QPushButton::clicked, this, &DeedSheet::reject);
    new RefusedEnter(
        *this, *m_run, [this] { return m_isAsking ? QString() : missing(); },
        [this](const QString &sentence) {
            m_saysMissing = true;
            complain(sentence);
        });
}

void DeedSheet::build(const QString &title)
{
    setWindowTitle(title);
    setMinimumWidth(usualWidth);
    m_title->setFont(titleFont());
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setProperty("bad", true);
    m_state->hide();
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setSpacing(Space::small);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_fields->setLayout(m_form);
    m_run->setProperty("primary", true);
    m_run->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::small);
    buttons->addStretch();
    buttons->addWidget(m_leave);
    buttons->addWidget(m_run);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::wide, Space::wide, Space::wide, Space::large);
    column->setSpacing(Space::medium);
    column->addWidget(m_title);
    column->addWidget(m_help);
    column->addWidget(m_fields);
    column->addWidget(m_state);
    column->addStretch();
    column->addLayout(buttons);
}

QLineEdit *DeedSheet::addPasswordLine(const QString &name)
{
    auto *line = new QLineEdit(this);
    line->setEchoMode(QLineEdit::Password);
    line->setMaxLength(longestPassword);
    m_form->addRow(name, line);
    connect(line, &QLineEdit::textChanged, this, &DeedSheet::showWhatCanBeDone);
    return line;
}

void DeedSheet::setHelp(const QString &sentence)
{
    m_help->setText(sentence);
    makeRoom();
}

void DeedSheet::complain(const QString &sentence)
{
    m_state->setText(sentence);
    m_state->setVisible(!sentence.isEmpty());
    makeRoom();
}

/// A window does not grow by itself with what is wrapped in it.
void DeedSheet::makeRoom()
{
    const int needed = layout()->totalHeightForWidth(width());
    if (needed > height())
        resize(width(), needed);
}

void DeedSheet::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    makeRoom();
}

void DeedSheet::beginAtCancel()
{
    m_run->setDefault(false);
    m_run->setAutoDefault(false);
    m_leave->setDefault(true);
    m_leave->setFocus();
}

void DeedSheet::showWhatCanBeDone()
{
    const QString missing = this->missing();
    m_run->setEnabled(!m_isAsking && missing.isEmpty());
    if (std::exchange(m_saysMissing, m_saysMissing && !missing.isEmpty()) && missing.isEmpty())
        complain({});
    m_leave->setEnabled(!m_isAsking);
    m_fields->setEnabled(!m_isAsking);
}

QString DeedSheet::unknownWords() const
{
    return tr(
        "The server gave no answer, so nobody knows whether it was done. Once it is back, look at the list before "
        "you do it again.");
}

void DeedSheet::begin()
{
    complain({});
    m_isAsking = true;
    showWhatCanBeDone();
}

void DeedSheet::end()
{
    m_isAsking = false;
    showWhatCanBeDone();
}

void DeedSheet::failed(const Failure &failure)
{
    const bool isUnknown = failure.kind == FailureKind::Unreachable;
    complain(isUnknown ? unknownWords() : failure.message);
    if (isUnknown)
        Q_EMIT unknown();
}

void DeedSheet::reject()
{
    if (!m_isAsking)
        QDialog::reject();
}

} // namespace Holdfast
