// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/ReviewModel.h"

#include "domain/WhenFinished.h"

#include <algorithm>

namespace Holdfast {

namespace {

constexpr std::chrono::seconds askedAgainAfter{5};
constexpr std::chrono::milliseconds readAnewAfter{500}; ///< where rows move on and on, others want the server, too

int pageOf(int row)
{
    return row / ReviewModel::pageRows;
}

} // namespace

ReviewModel::ReviewModel(RecordingSearchCalls calls, Clock clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_calls(calls)
    , m_clock(std::move(clock))
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (m_isSearching)
            begin();
        else
            fetchNext();
    });
}

void ReviewModel::search(const SearchTerms &terms)
{
    m_terms = terms;
    m_isOther = true;
    searchAgain();
}

void ReviewModel::searchAgain()
{
    m_isSearching = true;
    begin();
}

/// Where the search ends is the latest recording that there is now: what is stored later would push rows down.
void ReviewModel::begin()
{
    m_again.stop();
    m_isStopped = false;
    m_fetching = -1;
    const int turn = ++m_turn;
    whenFinished(m_calls.lastStored(), this, [this, turn](const Result<std::optional<QDateTime>> &last) {
        if (turn != m_turn)
            return;
        if (!last)
            return stop(last.error());
        m_bound = m_terms;
        if (*last && (!m_bound.storedUntil || **last < *m_bound.storedUntil))
            m_bound.storedUntil = **last;
        whenFinished(m_calls.page(m_bound, 0, pageRows), this,
                     [this, turn](const Result<RecordingSearchCalls::Page> &page) {
                         if (turn != m_turn)
                             return;
                         if (!page)
                             return stop(page.error());
                         fetchSight(*page, {}, pagesInSight(m_isOther ? 0 : page->total));
                     });
    });
}

void ReviewModel::start(const RecordingSearchCalls::Page &first, const Pages &sight)
{
    beginResetModel();
    m_isSearching = false;
    m_isOther = false;
    m_pages.clear();
    m_gone.clear();
    m_use.clear();
    m_stale.clear();
    m_needed.clear();
    m_look = {};
    m_total = m_totalNow = first.total;
    m_readAt = m_clock();
    if (!first.recordings.isEmpty())
        keepPage(0, first.recordings);
    for (auto page = sight.cbegin(); page != sight.cend(); ++page)
        keepPage(page.key(), page.value());
    endResetModel();
    Q_EMIT searched();
    fetchNext();
}

void ReviewModel::stop(const Failure &failure)
{
    m_fetching = -1;
    m_isStopped = failure.kind != FailureKind::Throttled;
    if (!m_isStopped)
        m_again.start(failure.retryAfter.value_or(askedAgainAfter));
    Q_EMIT failed(failure);
}

void ReviewModel::goOn()
{
    if (!std::exchange(m_isStopped, false))
        return;
    if (m_isSearching)
        begin();
    else
        fetchNext();
}

void ReviewModel::readShownAnew()
{
    for (auto page = m_pages.cbegin(); page != m_pages.cend(); ++page)
        m_stale.insert(page.key());
    fetchNext();
}

void ReviewModel::look(RowRange at)
{
    at.last = std::min(at.last, rowCount() - 1);
    if (at == m_look)
        return;
    m_look = at;
    fetchNext();
}

void ReviewModel::need(QList<RowRange> rows)
{
    m_needed = std::move(rows);
    fetchNext();
}

bool ReviewModel::hasAll(RowRange rows) const
{
    for (int number = pageOf(rows.first); rows.first <= rows.last && number <= pageOf(rows.last); ++number)
        if (!m_pages.contains(number))
            return false;
    return true;
}

int ReviewModel::nextPage() const
{
    const auto missingIn = [this](RowRange rows) {
        for (int number = pageOf(rows.first); rows.first <= rows.last && number <= pageOf(rows.last); ++number)
            if (!m_pages.contains(number) || m_stale.contains(number))
                return number;
        return -1;
    };
    if (const int number = missingIn(m_look); number >= 0)
        return number;
    for (const RowRange &rows : m_needed)
        if (const int number = missingIn(rows); number >= 0)
            return number;
    return -1;
}

void ReviewModel::fetchNext()
{
    if (m_isSearching || m_isStopped || m_fetching >= 0 || m_again.isActive())
        return;
    if (const int number = nextPage(); number >= 0)
        fetch(number);
}

void ReviewModel::fetch(int number)
{
    m_fetching = number;
    whenFinished(m_calls.page(m_bound, qint64{number} * pageRows, pageRows), this,
                 [this, number, turn = m_turn](const Result<RecordingSearchCalls::Page> &page) {
                     if (turn != m_turn)
                         return;
                     if (!page)
                         return stop(page.error());
                     m_fetching = -1;
                     take(*page, number);
                 });
}

void ReviewModel::take(const RecordingSearchCalls::Page &page, int number)
{
    const auto idsOf = [](const QList<Recording> &recordings) {
        QList<RecordingId> ids;
        for (const Recording &recording : recordings)
            ids.append(recording.id);
        return ids;
    };
    const qint64 wanted = std::min<qint64>(pageRows, m_total - qint64{number} * pageRows);
    const bool hasMoved = page.total != m_total || page.recordings.size() != wanted ||
                          (m_pages.contains(number) && idsOf(m_pages.value(number)) != idsOf(page.recordings));
    if (hasMoved) { // something was deleted, or is found no more: no row is where it was
        m_isSearching = true;
        m_again.start(readAnewAfter);
        return;
    }
    keepPage(number, page.recordings);
    const int first = number * pageRows;
    const int last = std::min(first + pageRows, rowCount()) - 1;
    Q_EMIT dataChanged(index(first, 0), index(last, reviewColumns - 1));
    Q_EMIT pageCame(first, last);
    fetchNext();
}

void ReviewModel::keepPage(int number, const QList<Recording> &recordings)
{
    m_pages.insert(number, recordings);
    m_stale.remove(number);
    m_use.removeOne(number);
    m_use.append(number);
    dropFarPages();
}

void ReviewModel::dropFarPages()
{
    const auto isIn = [](int number, RowRange rows) {
        return rows.first <= rows.last && number >= pageOf(rows.first) && number <= pageOf(rows.last);
    };
    for (qsizetype i = 0; i < m_use.size() - 1 && m_use.size() > mostPages;) { // the last one has just come
        const int number = m_use.at(i);
        const bool isNeeded = isIn(number, m_look) ||
                              std::ranges::any_of(m_needed, [&](const RowRange &rows) { return isIn(number, rows); });
        if (isNeeded) {
            ++i;
            continue;
        }
        m_use.removeAt(i);
        m_pages.remove(number);
        m_stale.remove(number);
    }
}

const Recording *ReviewModel::at(int row) const
{
    const auto page = m_pages.constFind(pageOf(row));
    const int place = row % pageRows;
    return row >= 0 && page != m_pages.cend() && place < page->size() ? &page->at(place) : nullptr;
}

QList<Recording> ReviewModel::latestPage() const
{
    return m_use.isEmpty() ? QList<Recording>() : m_pages.value(m_use.constLast());
}

int ReviewModel::rowOf(RecordingId id) const
{
    for (auto page = m_pages.cbegin(); page != m_pages.cend(); ++page)
        for (int place = 0; place < page->size(); ++place)
            if (page->at(place).id == id)
                return page.key() * pageRows + place;
    return -1;
}

void ReviewModel::setPlaying(RecordingId id)
{
    for (const RecordingId changed : {std::exchange(m_playing, id), id})
        if (const int row = changed.isValid() ? rowOf(changed) : -1; row >= 0)
            Q_EMIT dataChanged(index(row, 0), index(row, 0), {Qt::DecorationRole});
}

int ReviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(std::min<qint64>(m_total, mostRows));
}

int ReviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : reviewColumns;
}

} // namespace Holdfast
