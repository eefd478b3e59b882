// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/NumberBox.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QWheelEvent>

#include <algorithm>

namespace Holdfast {

NumberBox::NumberBox(QWidget *parent)
    : QSpinBox(parent)
{
    connect(lineEdit(), &QLineEdit::textEdited, this, &NumberBox::typed);
}

void NumberBox::stepBy(int steps)
{
    QSpinBox::stepBy(steps);
    Q_EMIT typed();
}

/// A digit too many is let in, for otherwise a key would do nothing and nobody would say why.
QValidator::State NumberBox::validate(QString &text, int &position) const
{
    const QValidator::State state = QSpinBox::validate(text, position);
    if (state != QValidator::Invalid)
        return state;
    QString digits = text;
    digits.remove(suffix()).remove(locale().groupSeparator());
    const auto isDigit = [](QChar c) { return c.isDigit(); };
    return std::ranges::all_of(digits.trimmed(), isDigit) ? QValidator::Intermediate : state;
}

void NumberBox::fixup(QString &text) const
{
    Q_EMIT refused(
        tr("It takes a number from %L1 to %L2. It is %L3 again.").arg(minimum()).arg(maximum()).arg(value()));
    QSpinBox::fixup(text);
}

/// Enter that was refused does not press the button of a sheet, too.
void NumberBox::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool isRefused = isEnter && !hasAcceptableInput();
    QSpinBox::keyPressEvent(event);
    if (isRefused)
        event->accept();
}

/// On the way down a page it must not change what is kept.
void NumberBox::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace Holdfast
