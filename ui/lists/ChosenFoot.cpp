// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/ChosenFoot.h"

#include "look/Spacing.h"
#include "look/Text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>

namespace Holdfast {

namespace {

constexpr int leastWords = 420; ///< beside the buttons; narrower, they go below

/// Words and buttons side by side, or one below the other where there is no room for a sentence beside them.
class Foot : public QWidget
{
public:
    Foot(QLayout *words, const QList<QPushButton *> &buttons)
        : m_line(new QBoxLayout(QBoxLayout::LeftToRight, this))
        , m_buttons(new QHBoxLayout)
    {
        m_line->setContentsMargins(0, 0, 0, 0);
        m_line->setSpacing(Space::small);
        m_buttons->setSpacing(Space::small);
        m_buttons->addStretch();
        for (QPushButton *button : buttons)
            m_buttons->addWidget(button, 0, Qt::AlignTop);
        m_line->addLayout(words, 1);
        m_line->addLayout(m_buttons);
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QWidget::resizeEvent(event);
        const bool isNarrow = event->size().width() < m_buttons->sizeHint().width() + leastWords;
        m_line->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    }

private:
    QBoxLayout *m_line;
    QHBoxLayout *m_buttons;
};

} // namespace

QWidget *chosenFoot(QLabel *which, QLabel *about, const QList<QPushButton *> &buttons)
{
    which->setFont(subtitleFont());
    about->setProperty("muted", true);
    for (QLabel *label : {which, about}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setMinimumWidth(1); // long names never hold the window open
    }
    auto *words = new QVBoxLayout;
    words->setSpacing(Space::hair);
    words->addWidget(which);
    words->addWidget(about);
    return new Foot(words, buttons);
}

} // namespace Holdfast
