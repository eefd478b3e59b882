// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/UndoLine.h"

#include "look/ElidedLabel.h"
#include "look/Spacing.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace Holdfast {

namespace {

constexpr std::chrono::seconds offeredFor{8};

} // namespace

UndoLine::UndoLine(QWidget *parent)
    : QWidget(parent)
    , m_what(new ElidedLabel(this))
{
    m_what->setProperty("muted", true);
    auto *undo = new QPushButton(tr("Undo"), this);
    undo->setToolTip(tr("Undo (Ctrl+Z)"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Space::small);
    row->addWidget(m_what, 1);
    row->addWidget(undo);
    m_time.setSingleShot(true);
    m_time.setInterval(offeredFor);
    connect(undo, &QPushButton::clicked, this, &UndoLine::undone);
    connect(&m_time, &QTimer::timeout, this, [this] {
        hide();
        Q_EMIT over();
    });
    hide();
}

void UndoLine::offer(const QString &what)
{
    m_what->setText(what);
    show();
    m_time.start();
}

void UndoLine::withdraw()
{
    m_time.stop();
    hide();
}

} // namespace Holdfast
