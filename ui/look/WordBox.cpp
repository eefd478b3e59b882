// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/WordBox.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QWheelEvent>

namespace Holdfast {

WordBox::WordBox(const QString &name, int longest, QWidget *parent)
    : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setAccessibleName(name);
    lineEdit()->setAccessibleName(name);
    view()->setAccessibleName(name);
    lineEdit()->setMaxLength(longest);
    completer()->setCaseSensitivity(Qt::CaseInsensitive);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    connect(this, &QComboBox::activated, this, &WordBox::finish);
    connect(lineEdit(), &QLineEdit::editingFinished, this, &WordBox::finish);
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
    setEditText(word);
    lineEdit()->setCursorPosition(0); // of a long one its beginning is seen
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
    lineEdit()->setModified(false);
    if (word() == m_shown)
        return;
    m_shown = word();
    Q_EMIT chosen(m_shown);
}

void WordBox::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace Holdfast
