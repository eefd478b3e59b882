// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/FilterFields.h"

#include "domain/ShownText.h"
#include "look/Icons.h"

#include <QComboBox>
#include <QDateTime>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

namespace Holdfast {

namespace {

constexpr std::chrono::milliseconds toldAfter{300};
constexpr int longestTyped = 40; ///< of a day, a length or a number
constexpr int leastLetters = 12; ///< of a name that a choice shows

} // namespace

FilterFields::FilterFields(QWidget *parent)
    : QWidget(parent)
    , m_showAll(new QPushButton(icon(Icon::Cancel), tr("Show all"), this))
{
    m_showAll->setToolTip(tr("Takes all filters away"));
    m_showAll->setEnabled(false);
    m_typed.setSingleShot(true);
    m_typed.setInterval(toldAfter);
    connect(&m_typed, &QTimer::timeout, this, &FilterFields::tell);
    connect(m_showAll, &QPushButton::clicked, this, &FilterFields::clear);
}

QLineEdit *FilterFields::addLine(const QString &name, const QString &hint)
{
    auto *line = new QLineEdit(this);
    line->setAccessibleName(name);
    line->setToolTip(name);
    line->setPlaceholderText(hint);
    line->setMaxLength(longestTyped);
    connect(line, &QLineEdit::textEdited, this, [this] { m_typed.start(); });
    connect(line, &QLineEdit::returnPressed, this, &FilterFields::tell);
    return line;
}

QComboBox *FilterFields::addChoice(const QString &name, const QString &all)
{
    auto *choice = new QComboBox(this);
    choice->setAccessibleName(name);
    choice->addItem(all);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(leastLetters);
    connect(choice, &QComboBox::currentIndexChanged, this, &FilterFields::tell);
    return choice;
}

void FilterFields::clear()
{
    empty();
    tell();
}

void FilterFields::tell()
{
    m_typed.stop();
    m_showAll->setEnabled(isFiltering());
    Q_EMIT changed();
}

void FilterFields::offer(QComboBox &choice, const Offers &offers)
{
    const QSignalBlocker quiet(&choice);
    const QVariant chosen = choice.currentData();
    const QString chosenName = choice.currentText();
    while (choice.count() > 1)
        choice.removeItem(1);
    for (const auto &[words, number] : offers)
        choice.addItem(words, number);
    if (chosen.isValid() && choice.findData(chosen) < 0)
        choice.addItem(chosenName, chosen);
    choice.setCurrentIndex(chosen.isValid() ? choice.findData(chosen) : 0);
}

FilterFields::Offers FilterFields::offersOf(const QList<Agent> &people)
{
    Offers offers;
    for (const Agent &person : people)
        offers.append({shownOnOneLine(person.fullName), person.id.value});
    return offers;
}

void FilterFields::chooseFirst(const QList<QComboBox *> &choices)
{
    for (QComboBox *choice : choices) {
        const QSignalBlocker quiet(choice);
        choice->setCurrentIndex(0);
    }
}

QDateTime FilterFields::beginOf(const QDate &day)
{
    return day.startOfDay(Qt::LocalTime).toUTC();
}

QDateTime FilterFields::endOf(const QDate &day)
{
    return beginOf(day.addDays(1)).addMSecs(-1);
}

} // namespace Holdfast
