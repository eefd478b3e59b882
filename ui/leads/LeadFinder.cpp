// SPDX-License-Identifier: GPL-3.0-or-later
#include "leads/LeadFinder.h"

#include "leads/LeadDelegate.h"
#include "look/Icons.h"
#include "look/Spacing.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>

namespace Holdfast {

namespace {

constexpr int listHeight = 168;

} // namespace

LeadFinder::LeadFinder(const LocalStore &store, const LeadsModel &leads, const QString &hint, const QString &name,
                       QWidget *parent)
    : QWidget(parent)
    , m_found(store, leads)
    , m_line(new QLineEdit(this))
    , m_list(new QListView(this))
{
    m_line->setPlaceholderText(hint);
    m_line->setAccessibleName(name);
    m_line->addAction(icon(Icon::Search), QLineEdit::LeadingPosition);
    m_line->installEventFilter(this);
    setFocusProxy(m_line);
    m_list->setModel(&m_found);
    m_list->setItemDelegate(new LeadDelegate(m_list));
    m_list->setAccessibleName(tr("Leads that were found"));
    m_list->setUniformItemSizes(true);
    m_list->setFixedHeight(listHeight);
    m_list->setFocusPolicy(Qt::NoFocus); // the line above moves in it
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::hair);
    column->addWidget(m_line);
    column->addWidget(m_list);
    connect(m_line, &QLineEdit::textChanged, this, &LeadFinder::find);
    connect(m_list, &QListView::clicked, this, &LeadFinder::choose);
    connect(&m_found, &QAbstractItemModel::modelReset, this, &LeadFinder::showChosen);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (!current.isValid())
            return; // it is found anew
        m_chosen = m_found.at(current.row()).id;
        Q_EMIT foundChanged();
    });
}

std::optional<Lead> LeadFinder::found() const
{
    const int row = m_list->currentIndex().row();
    return row < 0 ? std::nullopt : std::optional(m_found.at(row));
}

void LeadFinder::begin(const QString &words)
{
    m_line->setFocus();
    m_line->setText(words);
}

void LeadFinder::clear()
{
    m_line->clear();
}

void LeadFinder::find(const QString &words)
{
    m_list->setVisible(!words.trimmed().isEmpty());
    m_chosen = {};
    m_found.find(words);
}

/// The first, or whichever was chosen since the words were typed: the leads may change meanwhile.
void LeadFinder::showChosen()
{
    m_list->setCurrentIndex(m_found.index(std::max(0, m_found.rowOf(m_chosen))));
    Q_EMIT foundChanged();
}

void LeadFinder::choose()
{
    if (const std::optional<Lead> lead = found())
        Q_EMIT chosen(lead->id);
}

void LeadFinder::move(int step)
{
    const int row = m_list->currentIndex().row() + step;
    if (row >= 0 && row < m_found.rowCount())
        m_list->setCurrentIndex(m_found.index(row));
}

bool LeadFinder::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_line || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_Escape:
        Q_EMIT left();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose();
        return true;
    default:
        return false;
    }
}

} // namespace Holdfast
