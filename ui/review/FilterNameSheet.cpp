// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/FilterNameSheet.h"

#include "look/Card.h"
#include "look/Spacing.h"
#include "look/Text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Holdfast {

namespace {

constexpr int usualWidth = 420;

} // namespace

FilterNameSheet::FilterNameSheet(const KeptFilters &filters, const QString &renamed, QWidget *parent)
    : QDialog(parent)
    , m_filters(filters)
    , m_renamed(renamed)
    , m_name(new QLineEdit(renamed, this))
    , m_state(makeMutedLabel({}, this))
    , m_run(new QPushButton(this))
{
    const QString words = renamed.isEmpty() ? tr("Keep this filter") : tr("Rename the filter");
    setWindowTitle(words);
    setMinimumWidth(usualWidth);
    auto *title = new QLabel(words, this);
    title->setFont(titleFont());
    m_name->setAccessibleName(tr("Name of the filter"));
    m_name->setPlaceholderText(tr("A name, such as “Refunds of this spring”"));
    m_name->setMaxLength(KeptFilters::longestName);
    m_name->selectAll();
    auto *leave = new QPushButton(tr("Cancel"), this);
    m_run->setProperty("primary", true);
    m_run->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::small);
    buttons->addStretch();
    buttons->addWidget(leave);
    buttons->addWidget(m_run);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::wide, Space::wide, Space::wide, Space::large);
    column->setSpacing(Space::medium);
    column->addWidget(title);
    column->addWidget(m_name);
    column->addWidget(m_state);
    column->addLayout(buttons);
    connect(m_name, &QLineEdit::textChanged, this, &FilterNameSheet::showWhatCanBeDone);
    connect(leave, &QPushButton::clicked, this, &FilterNameSheet::reject);
    connect(m_run, &QPushButton::clicked, this, [this] {
        Q_EMIT named(m_name->text().simplified());
        accept();
    });
    m_name->setFocus();
    showWhatCanBeDone();
}

void FilterNameSheet::showWhatCanBeDone()
{
    const QString name = m_name->text().simplified();
    const bool isTaken = name != m_renamed && m_filters.named(name);
    const bool isKept = m_renamed.isEmpty();
    m_run->setText(!isKept ? tr("Rename") : isTaken ? tr("Replace") : tr("Keep"));
    m_run->setEnabled(!name.isEmpty() && (isKept || (!isTaken && name != m_renamed)));
    m_state->setText(!isTaken ? tr("It is kept on this computer, for you.")
                     : isKept ? tr("There is a filter of that name. This one takes its place.")
                              : tr("There is another filter of that name."));
}

} // namespace Holdfast
