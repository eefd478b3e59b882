// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/SecretSheet.h"

#include "look/Card.h"
#include "look/Spacing.h"
#include "look/Text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Holdfast {

namespace {

constexpr int leastWidth = 560;

} // namespace

SecretSheet::SecretSheet(const QString &secret, QWidget *parent)
    : QDialog(parent)
    , m_said(makeMutedLabel({}, this))
{
    setWindowTitle(tr("The secret of the webhook"));
    setMinimumWidth(leastWidth);
    auto *title = new QLabel(windowTitle(), this);
    title->setFont(titleFont());
    auto *line = new QLineEdit(secret, this);
    line->setReadOnly(true);
    line->setFont(fixedFont());
    line->setAccessibleName(windowTitle());
    line->setCursorPosition(0);
    auto *copy = new QPushButton(tr("&Copy"), this);
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this, [this, line] {
        QGuiApplication::clipboard()->setText(line->text());
        m_said->setText(tr("The secret is in the clipboard."));
    });
    auto *done = new QPushButton(tr("I have kept it"), this);
    done->setProperty("primary", true);
    done->setAutoDefault(false); // Enter does not close what is shown once
    connect(done, &QPushButton::clicked, this, &SecretSheet::accept);
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::small);
    row->addWidget(line, 1);
    row->addWidget(copy);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_said, 1);
    buttons->addWidget(done);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::wide, Space::wide, Space::wide, Space::large);
    column->setSpacing(Space::medium);
    column->addWidget(title);
    column->addWidget(makeMutedLabel(tr("Give it to the program that is told: with it that program checks that what "
                                        "comes was sent by this server. It is shown this one time; where it is lost, "
                                        "give the webhook another."),
                                     this));
    column->addLayout(row);
    column->addLayout(buttons);
    copy->setFocus();
}

void SecretSheet::reject()
{
    m_said->setText(tr("It is not shown again. Keep it first, and say so here."));
}

} // namespace Holdfast
