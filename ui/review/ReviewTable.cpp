// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/ReviewTable.h"

#include "domain/Limits.h"
#include "look/Spacing.h"
#include "look/Text.h"
#include "review/RetentionWords.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace Holdfast {

namespace {

constexpr int lineHeight = 32; ///< one line of a note, so that many are in sight
constexpr int narrow = 980;    ///< below it, the campaign gives way

int columnOf(ReviewColumn column)
{
    return static_cast<int>(column);
}

} // namespace

ReviewTable::ReviewTable(ReviewModel &model, QWidget *parent)
    : LinesTable(model, tr("Recordings"), lineHeight, parent)
    , m_model(model)
{
    setSelectionMode(ExtendedSelection);
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setSortIndicatorShown(true);
    showOrder();
    keepPlaceOverResets();
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &ReviewTable::chosenChanged);
    connect(&model, &ReviewModel::pageCame, this, [this] {
        playAwaited();
        Q_EMIT chosenChanged();
    });
    connect(this, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &index) {
        if (const Recording *recording = m_model.at(index.row()))
            Q_EMIT playRequested(*recording);
    });
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, &ReviewTable::orderBy);
}

const Recording *ReviewTable::current() const
{
    return currentIndex().isValid() ? m_model.at(currentIndex().row()) : nullptr;
}

void ReviewTable::playNext(int step)
{
    const int row = currentIndex().row() + step;
    if (row < 0 || row >= m_model.rowCount())
        return;
    setCurrentIndex(m_model.index(row, 0));
    m_awaited = row;
    playAwaited();
}

/// At once, or when it has come from the server.
void ReviewTable::playAwaited()
{
    if (m_awaited != currentIndex().row()) {
        m_awaited = -1; // somebody went elsewhere meanwhile
        return;
    }
    const Recording *recording = m_awaited < 0 ? nullptr : m_model.at(m_awaited);
    if (!recording)
        return;
    m_awaited = -1;
    Q_EMIT playRequested(*recording);
}

QList<RowRange> ReviewTable::chosenRows() const
{
    QList<RowRange> ranges;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        ranges.append({range.top(), range.bottom()});
    std::ranges::sort(ranges, {}, &RowRange::first);
    QList<RowRange> joined;
    for (const RowRange &range : std::as_const(ranges)) {
        if (!joined.isEmpty() && range.first <= joined.constLast().last + 1)
            joined.last().last = std::max(joined.constLast().last, range.last);
        else
            joined.append(range);
    }
    return joined;
}

qint64 ReviewTable::chosenCount() const
{
    qint64 count = 0;
    for (const RowRange &range : chosenRows())
        count += range.last - range.first + 1;
    return count;
}

QList<Recording> ReviewTable::chosen() const
{
    QList<Recording> recordings;
    for (const RowRange &range : chosenRows())
        for (int row = range.first; row <= range.last; ++row)
            if (const Recording *recording = m_model.at(row))
                recordings.append(*recording);
    return recordings;
}

void ReviewTable::beginAtTop()
{
    m_beginsAtTop = true;
}

void ReviewTable::keepPlaceOverResets()
{
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, &ReviewTable::notePlace);
    connect(&m_model, &ReviewModel::searched, this, [this] {
        m_awaited = -1;
        showOrder();
        const bool fromTop = std::exchange(m_beginsAtTop, false);
        const int same = !fromTop && m_currentBefore.isValid() ? m_model.rowOf(m_currentBefore) : -1;
        const int row = fromTop ? 0 : same >= 0 ? same : std::min(m_rowBefore, m_model.rowCount() - 1);
        if (row >= 0 && row < m_model.rowCount())
            setCurrentIndex(m_model.index(row, 0));
        if (same >= 0)
            chooseAgain();
        updateGeometries();
        verticalScrollBar()->setValue(fromTop ? 0 : m_scrolledBefore);
        sightChanged();
        Q_EMIT chosenChanged();
    });
}

void ReviewTable::notePlace()
{
    const Recording *recording = current();
    m_currentBefore = recording ? recording->id : RecordingId();
    m_rowBefore = std::max(0, currentIndex().row());
    m_scrolledBefore = verticalScrollBar()->value();
    m_chosenBefore.clear();
    const qint64 count = chosenCount();
    if (count < 2 || count > mostHeldAtOnce)
        return;
    const QList<Recording> recordings = chosen();
    if (recordings.size() == count)
        for (const Recording &one : recordings)
            m_chosenBefore.append(one.id);
}

/// All of them or the current one alone: fewer than were chosen would be others than a person meant.
void ReviewTable::chooseAgain()
{
    QItemSelection rows;
    for (const RecordingId id : std::as_const(m_chosenBefore)) {
        const int row = m_model.rowOf(id);
        if (row < 0)
            return;
        rows.select(m_model.index(row, 0), m_model.index(row, reviewColumns - 1));
    }
    if (!rows.isEmpty())
        selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
}

bool ReviewTable::hasGone() const
{
    return std::ranges::any_of(chosen(), [this](const Recording &recording) { return m_model.isGone(recording.id); });
}

void ReviewTable::sightChanged()
{
    if (m_model.rowCount() == 0)
        return;
    const int first = std::max(0, rowAt(0));
    const int last = rowAt(viewport()->height() - 1);
    m_model.look({first, last < 0 ? m_model.rowCount() - 1 : last});
}

void ReviewTable::keyboardSearch(const QString &) {}

void ReviewTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter) {
        LinesTable::keyPressEvent(event);
        return;
    }
    m_awaited = currentIndex().row();
    playAwaited();
}

void ReviewTable::layColumns()
{
    const int width = viewport()->width();
    const auto share = [width](double part, int least, int most) {
        return std::clamp(static_cast<int>(width * part), least, most);
    };
    setColumnHidden(columnOf(ReviewColumn::Campaign), width < narrow);
    const int date = widest(dateTimeText) + iconSize().width() + 3 * Space::small;
    const int day = widest(dayText) + 2 * Space::small;
    const int widths[reviewColumns] = {
        date, 72, share(0.15, 96, 220), share(0.12, 88, 180), share(0.11, 88, 160), share(0.11, 88, 160), 0, day, 48,
    };
    int rest = width;
    for (int column = 0; column < reviewColumns; ++column) {
        const int columnWidth = std::max(widths[column], horizontalHeader()->sectionSizeHint(column));
        if (column != columnOf(ReviewColumn::Note) && !isColumnHidden(column))
            rest -= columnWidth;
        setColumnWidth(column, columnWidth);
    }
    setColumnWidth(columnOf(ReviewColumn::Note), std::max(rest, 40));
}

void ReviewTable::orderBy(int column)
{
    const SearchOrder now = m_model.terms().order;
    if (column == columnOf(ReviewColumn::Date))
        Q_EMIT orderAsked(now == SearchOrder::NewestCall ? SearchOrder::OldestCall : SearchOrder::NewestCall);
    else if (column == columnOf(ReviewColumn::Length))
        Q_EMIT orderAsked(now == SearchOrder::Longest ? SearchOrder::Shortest : SearchOrder::Longest);
    showOrder(); // whatever the header made of the click
}

void ReviewTable::showOrder()
{
    const auto show = [this](ReviewColumn column, Qt::SortOrder order) {
        horizontalHeader()->setSortIndicator(columnOf(column), order);
    };
    switch (m_model.terms().order) {
    case SearchOrder::NewestCall:
        return show(ReviewColumn::Date, Qt::DescendingOrder);
    case SearchOrder::OldestCall:
        return show(ReviewColumn::Date, Qt::AscendingOrder);
    case SearchOrder::Longest:
        return show(ReviewColumn::Length, Qt::DescendingOrder);
    case SearchOrder::Shortest:
        return show(ReviewColumn::Length, Qt::AscendingOrder);
    case SearchOrder::LatestStored:
        return horizontalHeader()->setSortIndicator(-1, Qt::DescendingOrder);
    }
    Q_UNREACHABLE();
}

} // namespace Holdfast
