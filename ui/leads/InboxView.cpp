// SPDX-License-Identifier: GPL-3.0-or-later
#include "leads/InboxView.h"

#include "domain/FileName.h"
#include "leads/LeadFinder.h"
#include "look/Card.h"
#include "look/CellDelegate.h"
#include "look/Icons.h"
#include "look/PageFocus.h"
#include "look/Spacing.h"
#include "look/Text.h"
#include "look/UndoLine.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace Holdfast {

namespace {

constexpr int rowHeight = 52; ///< room for two lines

} // namespace

InboxView::InboxView(LocalStore &store, const LeadsModel &leads, FileFromInbox &file, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_file(file)
    , m_model(store, file)
    , m_table(new QTableView(this))
    , m_empty(makeMutedLabel({}, this))
    , m_leftOut(makeMutedLabel({}, this))
    , m_why(new QLabel(this))
    , m_note(makeMutedLabel({}, this))
    , m_otherLead(new LeadFinder(store, leads, tr("To another lead: its name, number or campaign"),
                                 tr("Another lead for what is chosen"), this))
{
    auto *title = new QLabel(tr("Inbox"), this);
    title->setFont(titleFont());
    m_empty->setAlignment(Qt::AlignCenter);
    m_why->setWordWrap(true);
    m_why->setTextFormat(Qt::PlainText);
    m_why->setAccessibleName(tr("Why"));
    m_why->setMinimumHeight(2 * fontMetrics().lineSpacing()); // what stands below keeps its place from file to file
    m_why->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_empty->setText(tr("Nothing waits here. What comes into the watched folders shows as soon as it is complete."));
    buildTable();
    // It stands in the table, which keeps the focus: Undo, and Enter for what comes next, need no way back.
    auto *inTable = new QVBoxLayout(m_table->viewport());
    inTable->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::medium);
    column->addWidget(title);
    column->addWidget(m_table, 1);
    column->addWidget(m_why);
    column->addWidget(m_note);
    column->addWidget(m_leftOut);
    column->addWidget(m_otherLead);
    column->addWidget(buildButtons());
    giveFocusTo(this, m_table);
    setLeftOut({});

    connect(&m_model, &QAbstractItemModel::modelReset, this, &InboxView::keepSelection);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &InboxView::showState);
    connect(&m_model, &InboxModel::failed, this, &InboxView::problem);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &InboxView::showState);
    connect(m_table, &QTableView::doubleClicked, this, &InboxView::fileToSuggested);
    connect(m_otherLead, &LeadFinder::foundChanged, this, &InboxView::showTarget);
    connect(m_otherLead, &LeadFinder::chosen, this, &InboxView::fileTo);
    connect(m_otherLead, &LeadFinder::left, this, &InboxView::leaveOtherLead);
    connect(m_undo, &UndoLine::undone, this, &InboxView::bringBack);
    connect(m_undo, &UndoLine::over, this, [this] { m_dismissed.clear(); });
    keepSelection();
}

void InboxView::buildTable()
{
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new CellDelegate(m_table));
    m_table->setAccessibleName(tr("Files that wait"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setIconSize(QSize(20, 20));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionsClickable(false);
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(static_cast<int>(InboxColumn::File), QHeaderView::Stretch);
    header->setSectionResizeMode(static_cast<int>(InboxColumn::Why), QHeaderView::Stretch);
    m_table->setColumnWidth(static_cast<int>(InboxColumn::Call), 136);
    m_table->setColumnWidth(static_cast<int>(InboxColumn::Length), 68);
    m_table->setColumnWidth(static_cast<int>(InboxColumn::Lead), 136);
    m_table->installEventFilter(this);
}

QWidget *InboxView::buildButtons()
{
    auto *part = new QWidget(this);
    m_undo = new UndoLine(part); // and the others as they stand: so the Tab key goes
    m_dismissButton = new QPushButton(tr("Dismiss"), part);
    m_dismissButton->setToolTip(tr("Take it off this list; the file stays where it is (Delete)"));
    m_againButton = new QPushButton(tr("File again"), part);
    m_againButton->setToolTip(tr("Store it a second time for the lead that has it already"));
    m_fileButton = new QPushButton(part);
    m_fileButton->setProperty("primary", true);
    auto *row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Space::small);
    row->addWidget(m_undo, 1);
    row->addStretch(0);
    row->addWidget(m_dismissButton);
    row->addWidget(m_againButton);
    row->addWidget(m_fileButton);
    connect(m_againButton, &QPushButton::clicked, this, &InboxView::fileAgain);
    connect(m_fileButton, &QPushButton::clicked, this, &InboxView::fileThere);
    connect(m_dismissButton, &QPushButton::clicked, this, &InboxView::dismiss);
    return part;
}

void InboxView::setLeftOut(const QStringList &sentences)
{
    m_leftOut->setText(sentences.join(u'\n'));
    m_leftOut->setVisible(!sentences.isEmpty());
}

QList<int> InboxView::selectedRows() const
{
    QList<int> rows;
    const QModelIndexList chosen = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &index : chosen)
        rows.append(index.row());
    std::ranges::sort(rows);
    return rows;
}

/// What was chosen stays so where it is still there; else the one that took its place is.
void InboxView::keepSelection()
{
    const QList<qint64> before = m_selected;
    QItemSelection selection;
    for (const qint64 number : before)
        if (const int row = m_model.rowOf(number); row >= 0)
            selection.select(m_model.index(row, 0), m_model.index(row, inboxColumns - 1));
    const int last = m_model.rowCount() - 1;
    if (selection.isEmpty() && last >= 0)
        m_table->setCurrentIndex(m_model.index(std::min(m_currentRow, last), 0));
    else if (last >= 0) {
        m_table->selectionModel()->setCurrentIndex(selection.indexes().constFirst(), QItemSelectionModel::NoUpdate);
        m_table->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    }
    showState();
    Q_EMIT countChanged();
}

void InboxView::showState()
{
    const QList<int> rows = selectedRows();
    m_selected.clear();
    for (const int row : rows)
        m_selected.append(m_model.at(row).number);
    if (!rows.isEmpty())
        m_currentRow = rows.constFirst();
    const bool isEmpty = m_model.rowCount() == 0;
    if (isEmpty && m_otherLead->isAncestorOf(focusWidget()))
        leaveOtherLead();
    if (isEmpty && (m_fileButton->hasFocus() || m_dismissButton->hasFocus() || m_againButton->hasFocus()))
        m_table->setFocus();
    m_table->horizontalHeader()->setVisible(!isEmpty); // over nothing it would be noise
    m_table->setAccessibleDescription(isEmpty ? m_empty->text() : QString());
    m_empty->setVisible(isEmpty);
    m_otherLead->setVisible(!isEmpty);
    m_why->setVisible(rows.size() == 1);
    m_why->setText(rows.size() == 1 ? m_model.whyOf(rows.constFirst()) : QString());
    m_dismissButton->setVisible(!isEmpty);
    m_dismissButton->setEnabled(!rows.isEmpty());
    m_otherLead->setEnabled(!entriesToFile(false).isEmpty());
    showTarget();
    QString note = m_refused;
    if (note.isEmpty() && m_model.all() > m_model.rowCount())
        note = tr("The newest %1 of %2 are shown; the others follow.").arg(m_model.rowCount()).arg(m_model.all());
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void InboxView::leaveOtherLead()
{
    m_otherLead->clear();
    m_table->setFocus();
}

void InboxView::dismiss()
{
    if (m_selected.isEmpty())
        return;
    const QString name = ltr(cleanFileName(m_model.at(selectedRows().constFirst()).file.path));
    const QList<qint64> numbers = m_selected;
    if (const Done dismissed = m_store.inbox().dismiss(numbers); !dismissed) {
        Q_EMIT problem(dismissed.error().message);
        return;
    }
    m_refused.clear();
    m_dismissed = numbers;
    m_undo->offer(numbers.size() == 1 ? tr("Dismissed: %1").arg(name)
                                      : tr("Dismissed: %n file(s)", nullptr, static_cast<int>(numbers.size())));
    showState();
}

void InboxView::bringBack()
{
    if (const Done back = m_store.inbox().bringBack(std::exchange(m_dismissed, {})); !back)
        Q_EMIT problem(back.error().message);
    m_undo->withdraw();
    showState();
    m_table->setFocus();
}

bool InboxView::handleTableKey(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Undo) && !m_dismissed.isEmpty()) {
        bringBack();
        return true;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        fileToSuggested();
        return true;
    case Qt::Key_Delete:
        dismiss();
        return true;
    default:
        break;
    }
    const bool isTyped = !event->text().trimmed().isEmpty() && event->text().at(0).isLetterOrNumber() &&
                         !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (!isTyped || !m_otherLead->isEnabled())
        return false;
    m_otherLead->begin(event->text());
    return true;
}

bool InboxView::eventFilter(QObject *watched, QEvent *event)
{
    // A letter is for the lead that is looked for, and not a key of the player.
    if (event->type() == QEvent::ShortcutOverride && watched == m_table) {
        auto *key = static_cast<QKeyEvent *>(event);
        const bool isLetter = !key->text().isEmpty() && key->text().at(0).isLetterOrNumber();
        if (isLetter && !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier))) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (watched == m_table && handleTableKey(key))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Holdfast
