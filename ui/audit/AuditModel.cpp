// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/AuditModel.h"

#include "audit/AuditWords.h"
#include "domain/WhenFinished.h"
#include "look/Text.h"

#include <QGuiApplication>

#include <algorithm>

namespace Holdfast {

namespace {

constexpr std::chrono::seconds askedAgainAfter{5};

int pageOf(int row)
{
    return row / AuditModel::pageRows;
}

} // namespace

AuditModel::AuditModel(AuditCalls calls, Clock clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_calls(calls)
    , m_clock(std::move(clock))
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, [this] {
        m_isStopped = true;
        goOn();
    });
}

void AuditModel::search(const AuditTerms &terms)
{
    m_terms = terms;
    searchAgain();
}

void AuditModel::searchAgain()
{
    m_isSearching = true;
    begin();
}

void AuditModel::begin()
{
    m_again.stop();
    m_isStopped = false;
    m_fetching = -1;
    const int turn = ++m_turn;
    whenFinished(m_calls.page(m_terms, {}, pageRows), this, [this, turn](const Result<AuditCalls::Page> &page) {
        if (turn != m_turn)
            return;
        if (!page)
            return stop(page.error());
        beginResetModel();
        m_isSearching = false;
        m_shownTerms = m_terms;
        m_pages.clear();
        m_use.clear();
        m_cursors = {QString()};
        m_rows = 0;
        m_hasMore = false;
        m_wantsMore = false;
        m_lookFirst = 0;
        m_lookLast = -1;
        m_readAt = m_clock();
        take(*page, 0);
        endResetModel();
        Q_EMIT searched();
    });
}

/// The rows of a page that is new are told to the views by whoever calls.
void AuditModel::take(const AuditCalls::Page &page, int number)
{
    if (!page.entries.isEmpty()) {
        m_pages.insert(number, page.entries);
        m_use.removeAll(number);
        m_use.append(number);
    }
    if (number != m_cursors.size() - 1)
        return;
    m_rows = number * pageRows + static_cast<int>(page.entries.size());
    m_hasMore = !page.next.isEmpty() && page.entries.size() == pageRows;
    if (m_hasMore)
        m_cursors.append(page.next);
}

void AuditModel::stop(const Failure &failure)
{
    m_fetching = -1;
    m_isStopped = failure.kind != FailureKind::Throttled;
    if (!m_isStopped)
        m_again.start(failure.retryAfter.value_or(askedAgainAfter));
    Q_EMIT failed(failure);
}

void AuditModel::goOn()
{
    if (!std::exchange(m_isStopped, false))
        return;
    if (m_isSearching)
        begin();
    else
        fetchNext();
}

void AuditModel::look(int first, int last)
{
    m_lookFirst = first;
    m_lookLast = std::min(last, m_rows - 1);
    for (int page = pageOf(m_lookFirst); m_lookLast >= m_lookFirst && page <= pageOf(m_lookLast); ++page)
        if (m_use.removeAll(page) > 0)
            m_use.append(page);
    fetchNext();
}

bool AuditModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_hasMore && !m_wantsMore;
}

void AuditModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_wantsMore = true;
    fetchNext();
}

int AuditModel::nextPage() const
{
    for (int page = pageOf(m_lookFirst); m_lookLast >= m_lookFirst && page <= pageOf(m_lookLast); ++page)
        if (!m_pages.contains(page))
            return page;
    return m_wantsMore && m_hasMore ? static_cast<int>(m_cursors.size()) - 1 : -1;
}

void AuditModel::fetchNext()
{
    if (m_isSearching || m_isStopped || m_fetching >= 0 || m_again.isActive())
        return;
    if (const int page = nextPage(); page >= 0)
        fetch(page);
}

void AuditModel::fetch(int number)
{
    m_fetching = number;
    whenFinished(m_calls.page(m_shownTerms, m_cursors.at(number), pageRows), this,
                 [this, number, turn = m_turn](const Result<AuditCalls::Page> &page) {
                     if (turn != m_turn)
                         return;
                     if (!page)
                         return stop(page.error());
                     m_fetching = -1;
                     const int first = number * pageRows;
                     const int last = first + static_cast<int>(page->entries.size()) - 1;
                     const bool isNew = number == m_cursors.size() - 1 && first == m_rows;
                     if (isNew && last >= first)
                         beginInsertRows({}, first, last);
                     take(*page, number);
                     if (isNew && last >= first)
                         endInsertRows();
                     if (isNew)
                         m_wantsMore = false;
                     dropFarPages();
                     if (!isNew && m_rows > first)
                         Q_EMIT dataChanged(index(first, 0), index(std::min(last, m_rows - 1), auditPlaceColumns - 1));
                     Q_EMIT pageCame(first, last);
                     fetchNext();
                 });
}

void AuditModel::dropFarPages()
{
    while (m_use.size() > mostPages)
        m_pages.remove(m_use.takeFirst());
}

const AuditEntry *AuditModel::at(int row) const
{
    const auto page = m_pages.constFind(pageOf(row));
    const int place = row % pageRows;
    return page == m_pages.cend() || place < 0 || place >= page->size() ? nullptr : &page->at(place);
}

int AuditModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int AuditModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : auditPlaceColumns;
}

QVariant AuditModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto column = static_cast<AuditColumn>(index.column());
    const AuditEntry *entry = at(index.row());
    if (!entry) {
        if (role == Qt::AccessibleTextRole)
            return tr("It is on its way.");
        return role == Qt::DisplayRole && column == AuditColumn::When ? QStringLiteral("…") : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return shownCell(text(*entry, column));
    case Qt::ToolTipRole:
        return toolTipText(text(*entry, column));
    case Qt::ForegroundRole:
        return entry->outcome == AuditOutcome::Refused && column == AuditColumn::Outcome
                   ? badColor(QGuiApplication::palette())
                   : QVariant();
    case Qt::FontRole:
        return column == AuditColumn::When || column == AuditColumn::Address ? tabularFont() : QVariant();
    default:
        return {};
    }
}

QString AuditModel::text(const AuditEntry &entry, AuditColumn column) const
{
    switch (column) {
    case AuditColumn::When:
        return dateTimeText(entry.at);
    case AuditColumn::Who:
        return whoWords(entry);
    case AuditColumn::What:
        return actionWords(entry.action);
    case AuditColumn::About:
        return aboutWords(entry);
    case AuditColumn::Outcome:
        return outcomeWords(entry.outcome);
    case AuditColumn::Address:
        return ltr(entry.address);
    }
    Q_UNREACHABLE();
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= auditPlaceColumns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeading | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<AuditColumn>(section)) {
    case AuditColumn::When:
        return tr("When");
    case AuditColumn::Who:
        return tr("Who");
    case AuditColumn::What:
        return tr("What");
    case AuditColumn::About:
        return tr("About");
    case AuditColumn::Outcome:
        return tr("Outcome");
    case AuditColumn::Address:
        return tr("From");
    }
    Q_UNREACHABLE();
}

} // namespace Holdfast
