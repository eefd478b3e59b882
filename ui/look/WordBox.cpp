// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/WordBox.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QWheelEvent>

namespace Holdfast {

constexpr std::chrono::milliseconds toldAfter{400};

WordBox::WordBox(const QString &name, int longest, QWidget *parent)
    : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setAccessibleName(name);
    setAccessibleDescription(name); // what is read as the name of such a box is what stands in it
    lineEdit()->setAccessibleName(name);
    view()->setAccessibleName(name);
    lineEdit()->setMaxLength(longest);
    completer()->setCaseSensitivity(Qt::CaseInsensitive);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_typed.setSingleShot(true);
    m_typed.setInterval(toldAfter);
    connect(&m_typed, &QTimer::timeout, this, &WordBox::tellTyped);
    connect(lineEdit(), &QLineEdit::textEdited, this, [this] {
        if (!m_typed.isActive()) // whoever types on and on is told of, too
            m_typed.start();
    });
    connect(this, &QComboBox::activated, this, &WordBox::finish);
    connect(lineEdit(), &QLineEdit::editingFinished, this, &WordBox::finish);
}

void WordBox::setHint(const QString &hint)
{
    const QFontMetrics metrics(font());
    lineEdit()->setPlaceholderText(hint);
    setMinimumContentsLength(metrics.horizontalAdvance(hint) / metrics.horizontalAdvance(QLatin1Char('X')) + 1);
}

void WordBox::offer(const QStringList &words)
{
    const QSignalBlocker quiet(this);
    const QString typed = currentText();
    clear();
    addItems(words);
    setEditText(typed);
}

void WordBox::show(const QString &word)
{
    const QSignalBlocker quiet(this);
    m_shown = word;
    m_isTold = false;
    setEditText(word);
    lineEdit()->setCursorPosition(0); // of a long one its beginning is seen
}

void WordBox::resume(const QString &word)
{
    show(word);
    m_isTold = true;
}

void WordBox::tellTyped()
{
    if (!isBeingTyped())
        return;
    m_isTold = true;
    Q_EMIT typed(word());
}

bool WordBox::isBeingTyped() const
{
    return lineEdit()->isModified();
}

QString WordBox::word() const
{
    return currentText().simplified();
}

void WordBox::finish()
{
    m_typed.stop();
    lineEdit()->setModified(false);
    const bool wasTold = std::exchange(m_isTold, false);
    if (word() == m_shown && !wasTold)
        return;
    m_shown = word();
    Q_EMIT chosen(m_shown);
}

void WordBox::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace Holdfast
