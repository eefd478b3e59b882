// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/ConflictLine.h"

#include "look/Spacing.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace Holdfast {

ConflictLine::ConflictLine(QWidget *parent)
    : QFrame(parent)
    , m_words(new QLabel(this))
    , m_swap(new QPushButton(this))
{
    setProperty("banner", QStringLiteral("warn"));
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText); // names stand in it
    m_words->setMinimumWidth(1);
    m_swap->setAutoDefault(false);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(Space::medium, Space::small, Space::medium, Space::small);
    line->setSpacing(Space::medium);
    line->addWidget(m_words, 1);
    line->addWidget(m_swap, 0, Qt::AlignTop);
    connect(m_swap, &QPushButton::clicked, this, [this] {
        m_showsTheirs = !m_showsTheirs;
        showOffer();
        if (m_showsTheirs)
            Q_EMIT theirsWanted();
        else
            Q_EMIT mineWanted();
    });
    hide();
}

void ConflictLine::say(const QString &who, const QString &theirs)
{
    m_words->setText(QStringList{who, tr("It says now: %1.").arg(theirs),
                                 tr("What you wrote is still here, and takes the place of theirs when you save.")}
                         .join(QLatin1Char(' ')));
    m_showsTheirs = false;
    showOffer();
    show();
}

void ConflictLine::showOffer()
{
    m_swap->setText(m_showsTheirs ? tr("Back to mine") : tr("Show theirs"));
}

} // namespace Holdfast
