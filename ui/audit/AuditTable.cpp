// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/AuditTable.h"

#include "audit/AuditWords.h"
#include "look/Spacing.h"
#include "look/Text.h"

#include <QHeaderView>
#include <QScrollBar>

#include <algorithm>

namespace Holdfast {

namespace {

constexpr int lineHeight = 30;
constexpr int narrow = 640;     ///< below it, the address gives way: it stands beside
constexpr int veryNarrow = 520; ///< below it, what it is about gives way, too
constexpr int rowsAheadOfEnd = AuditModel::pageRows / 4;

int columnOf(AuditColumn column)
{
    return static_cast<int>(column);
}

} // namespace

AuditTable::AuditTable(AuditModel &model, QWidget *parent)
    : LinesTable(model, tr("Entries"), lineHeight, parent)
    , m_model(model)
{
    keepCurrentOverResets();
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AuditTable::currentEntryChanged);
    connect(&model, &AuditModel::pageCame, this, [this](int first, int last) {
        if (currentIndex().row() >= first && currentIndex().row() <= last)
            Q_EMIT currentEntryChanged();
        sightChanged();
    });
}

const AuditEntry *AuditTable::current() const
{
    return currentIndex().isValid() ? m_model.at(currentIndex().row()) : nullptr;
}

void AuditTable::keepCurrentOverResets()
{
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        const AuditEntry *entry = current();
        m_currentBefore = entry ? entry->id : 0;
    });
    connect(&m_model, &AuditModel::searched, this, [this] {
        int row = 0;
        const bool isSame = std::exchange(m_shownTerms, m_model.terms()) == m_model.terms();
        for (int other = 0; isSame && m_currentBefore > 0 && other < m_model.rowCount(); ++other)
            if (m_model.at(other) && m_model.at(other)->id == m_currentBefore)
                row = other;
        if (m_model.rowCount() > 0)
            setCurrentIndex(m_model.index(row, 0)); // which scrolls there
        sightChanged();
        Q_EMIT currentEntryChanged();
    });
}

void AuditTable::sightChanged()
{
    if (m_model.rowCount() == 0)
        return;
    const int first = std::max(0, rowAt(0));
    const int inSight = rowAt(viewport()->height() - 1);
    const int last = inSight < 0 ? m_model.rowCount() - 1 : inSight;
    m_model.look(first, last);
    if (last >= m_model.rowCount() - rowsAheadOfEnd && m_model.canFetchMore({}))
        m_model.fetchMore({});
}

void AuditTable::keyboardSearch(const QString &) {}

void AuditTable::layColumns()
{
    const int width = viewport()->width();
    setColumnHidden(columnOf(AuditColumn::Address), width < narrow);
    setColumnHidden(columnOf(AuditColumn::About), width < veryNarrow);
    const QFontMetrics metrics(font());
    const int when = widest(dateTimeText) + 2 * Space::small + Space::hair;
    const int who = std::clamp(width / 7, 80, 160);
    int outcome = metrics.horizontalAdvance(tr("Outcome"));
    for (const AuditOutcome one : {AuditOutcome::Allowed, AuditOutcome::Refused})
        outcome = std::max(outcome, metrics.horizontalAdvance(outcomeWords(one)));
    outcome += 2 * Space::medium;
    const int address = isColumnHidden(columnOf(AuditColumn::Address))
                            ? 0
                            : metrics.horizontalAdvance(QStringLiteral("255.255.255.255")) + 2 * Space::small;
    const int about = isColumnHidden(columnOf(AuditColumn::About)) ? 0 : std::clamp(width / 5, 110, 220);
    setColumnWidth(columnOf(AuditColumn::When), when);
    setColumnWidth(columnOf(AuditColumn::Who), who);
    setColumnWidth(columnOf(AuditColumn::Outcome), outcome);
    if (address > 0)
        setColumnWidth(columnOf(AuditColumn::Address), address);
    if (about > 0)
        setColumnWidth(columnOf(AuditColumn::About), about);
    setColumnWidth(columnOf(AuditColumn::What), std::max(width - when - who - outcome - address - about, 80));
}

} // namespace Holdfast
