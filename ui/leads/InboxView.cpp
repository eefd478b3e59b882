// SPDX-License-Identifier: GPL-3.0-or-later
#include "leads/InboxView.h"

#include "domain/FileName.h"
#include "domain/WhenFinished.h"
#include "leads/LeadDelegate.h"
#include "look/CellDelegate.h"
#include "look/Icons.h"
#include "look/Spacing.h"
#include "look/Text.h"
#include "look/UndoLine.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace Holdfast {

namespace {

constexpr int rowHeight = 52; ///< room for two lines
constexpr int foundHeight = 168;

QLabel *mutedLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setProperty("muted", true);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

InboxView::InboxView(LocalStore &store, FileFromInbox &file, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_file(file)
    , m_model(store, file)
    , m_table(new QTableView(this))
    , m_empty(mutedLabel(this))
    , m_leftOut(mutedLabel(this))
    , m_note(mutedLabel(this))
    , m_otherLead(new QLineEdit(this))
    , m_found(new QListView(this))
{
    auto *title = new QLabel(tr("Inbox"), this);
    title->setFont(titleFont());
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setText(tr("Nothing waits here. What comes into the watched folders shows as soon as it is complete."));
    buildTable();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::medium);
    column->addWidget(title);
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_leftOut);
    column->addWidget(m_note);
    column->addWidget(buildOtherLead());
    column->addWidget(buildButtons());
    setFocusProxy(m_table);
    setLeftOut({});

    connect(&m_model, &QAbstractItemModel::modelReset, this, &InboxView::keepSelection);
    connect(&m_model, &InboxModel::failed, this, &InboxView::problem);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &InboxView::showState);
    connect(m_table, &QTableView::doubleClicked, this, &InboxView::fileToSuggested);
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

QWidget *InboxView::buildOtherLead()
{
    auto *part = new QWidget(this);
    m_otherLead->setPlaceholderText(tr("To another lead: its name, number or campaign"));
    m_otherLead->setAccessibleName(tr("Another lead for what is chosen"));
    m_otherLead->addAction(icon(Icon::Search), QLineEdit::LeadingPosition);
    m_otherLead->installEventFilter(this);
    m_found->setItemDelegate(new LeadDelegate(m_found));
    m_found->setAccessibleName(tr("Leads that were found"));
    m_found->setUniformItemSizes(true);
    m_found->setFixedHeight(foundHeight);
    m_found->setFocusPolicy(Qt::NoFocus); // the line above moves in it
    m_found->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_found->hide();
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::hair);
    column->addWidget(m_otherLead);
    column->addWidget(m_found);
    connect(m_otherLead, &QLineEdit::textChanged, this, &InboxView::findLeads);
    connect(m_found, &QListView::clicked, this, &InboxView::fileToOther);
    return part;
}

QWidget *InboxView::buildButtons()
{
    auto *part = new QWidget(this);
    m_fileButton = new QPushButton(part);
    m_fileButton->setProperty("primary", true);
    m_fileButton->setToolTip(tr("To the suggested lead (Enter)"));
    m_dismissButton = new QPushButton(tr("Dismiss"), part);
    m_dismissButton->setToolTip(tr("Take it off this list; the file stays where it is (Delete)"));
    m_undo = new UndoLine(part);
    auto *row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Space::small);
    row->addWidget(m_undo, 1);
    row->addStretch(0);
    row->addWidget(m_dismissButton);
    row->addWidget(m_fileButton);
    connect(m_fileButton, &QPushButton::clicked, this, &InboxView::fileToSuggested);
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
    int ready = 0;
    for (const int row : rows) {
        m_selected.append(m_model.at(row).number);
        ready += m_model.leadOf(row) && m_model.at(row).problem.isEmpty() ? 1 : 0;
    }
    if (!rows.isEmpty())
        m_currentRow = rows.constFirst();
    const bool isEmpty = m_model.rowCount() == 0;
    m_table->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    m_otherLead->setVisible(!isEmpty);
    m_found->setVisible(!isEmpty && m_leads);
    m_fileButton->setVisible(!isEmpty);
    m_dismissButton->setVisible(!isEmpty);
    m_fileButton->setEnabled(ready > 0);
    m_dismissButton->setEnabled(!rows.isEmpty());
    m_otherLead->setEnabled(!rows.isEmpty());
    m_fileButton->setText(ready > 1 ? tr("File %n recording(s)", nullptr, ready) : tr("File it"));
    QString note = m_refused;
    if (note.isEmpty() && m_model.all() > m_model.rowCount())
        note = tr("The newest %1 of %2 are shown; the others follow.").arg(m_model.rowCount()).arg(m_model.all());
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void InboxView::findLeads(const QString &words)
{
    if (words.trimmed().isEmpty()) {
        m_found->setModel(nullptr);
        m_leads.reset();
    } else {
        if (!m_leads) {
            m_leads = std::make_unique<LeadsModel>(m_store);
            connect(m_leads.get(), &LeadsModel::failed, this, &InboxView::problem);
            m_found->setModel(m_leads.get());
        }
        m_leads->setFilter(words);
        m_found->setCurrentIndex(m_leads->index(0));
    }
    showState();
}

void InboxView::leaveOtherLead()
{
    m_otherLead->clear();
    m_table->setFocus();
}

void InboxView::fileToSuggested()
{
    QList<InboxEntry> entries;
    const QList<int> rows = selectedRows();
    for (const int row : rows)
        if (m_model.leadOf(row) && m_model.at(row).problem.isEmpty())
            entries.append(m_model.at(row));
    if (!entries.isEmpty())
        file(entries, std::nullopt);
    else if (!rows.isEmpty())
        m_otherLead->setFocus(); // a person has to say which
}

void InboxView::fileToOther()
{
    if (!m_leads || !m_found->currentIndex().isValid())
        return;
    const LeadId lead = m_leads->at(m_found->currentIndex().row()).id;
    QList<InboxEntry> entries;
    for (const int row : selectedRows())
        entries.append(m_model.at(row));
    leaveOtherLead();
    file(entries, lead);
}

void InboxView::file(const QList<InboxEntry> &entries, std::optional<LeadId> lead)
{
    if (m_filing > 0 || entries.isEmpty())
        return;
    ++m_filing;
    m_refused.clear();
    whenFinished(m_file.file(entries, lead), this, [this](const AttachRecordings::Attached &attached) {
        --m_filing;
        QStringList sentences;
        for (const Inspected &file : attached.refused)
            sentences.append(QStringLiteral("%1: %2").arg(ltr(file.name), file.warning()));
        m_refused = sentences.join(u'\n');
        showState();
    });
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
    m_otherLead->setFocus();
    m_otherLead->setText(event->text());
    return true;
}

bool InboxView::handleOtherLeadKey(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    if (step != 0 && m_leads) {
        const int row = m_found->currentIndex().row() + step;
        if (row >= 0 && row < m_leads->rowCount())
            m_found->setCurrentIndex(m_leads->index(row));
        return true;
    }
    if (event->key() == Qt::Key_Escape) {
        leaveOtherLead();
        return true;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        fileToOther();
        return true;
    }
    return false;
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
        if ((watched == m_table && handleTableKey(key)) || (watched == m_otherLead && handleOtherLeadKey(key)))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Holdfast
