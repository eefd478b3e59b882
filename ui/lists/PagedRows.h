// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "domain/Result.h"
#include "domain/WhenFinished.h"
#include "lists/PagedModel.h"
#include "look/Text.h"

#include <QIcon>

#include <functional>

namespace Holdfast {

/// One column: what it says of a row. Both functions are called whenever a cell is painted.
template <class Row> struct RowColumn
{
    using Text = std::function<QString(const Row &)>;
    using Sign = std::function<QIcon(const Row &)>;

    RowColumn(const QString &columnTitle, Text textOf, const ColumnLook &columnLook)
        : title(columnTitle)
        , text(std::move(textOf))
        , look(columnLook)
    {
    }
    RowColumn(const QString &columnTitle, Text textOf, const ColumnLook &columnLook, Sign signOf)
        : RowColumn(columnTitle, std::move(textOf), columnLook)
    {
        sign = std::move(signOf);
    }

    QString title;
    Text text;
    ColumnLook look;
    Sign sign; ///< may be none
};

/// Rows of one kind: the columns say what stands in them, `fetch` asks for the next page behind a row.
template <class Row> class PagedRows : public PagedModel
{
public:
    struct Page
    {
        QList<Row> rows;
        bool hasMore = false;
    };
    /// Null: the first page.
    using Fetch = std::function<QFuture<Result<Page>>(const Row *behind)>;
    using IdOf = std::function<qint64(const Row &)>;

    PagedRows(QList<RowColumn<Row>> columns, IdOf idOf, Fetch fetch, Clock clock, QObject *parent = nullptr)
        : PagedModel(parent)
        , m_columns(std::move(columns))
        , m_idOf(std::move(idOf))
        , m_fetch(std::move(fetch))
        , m_clock(std::move(clock))
    {
    }

    const Row *at(int row) const { return row >= 0 && row < m_rows.size() ? &m_rows.at(row) : nullptr; }
    const QList<Row> &rows() const { return m_rows; }

    void readAnew() override { ask(nullptr); }
    ColumnLook look(int column) const override { return m_columns.at(column).look; }

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
    }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
            return {};
        const Row &row = m_rows.at(index.row());
        const RowColumn<Row> &column = m_columns.at(index.column());
        switch (role) {
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole:
            return shownCell(column.text(row));
        case Qt::ToolTipRole:
            return toolTipText(column.text(row));
        case Qt::DecorationRole:
            return column.sign ? QVariant(column.sign(row)) : QVariant();
        case Qt::FontRole:
            return column.look.isNumber ? QVariant(tabularFont()) : QVariant();
        case Qt::TextAlignmentRole:
            return alignmentOf(index.column());
        case IdRole:
            return m_idOf(row);
        default:
            return {};
        }
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
            return {};
        if (role == Qt::TextAlignmentRole)
            return alignmentOf(section);
        return role == Qt::DisplayRole ? QVariant(m_columns.at(section).title) : QVariant();
    }

protected:
    void fetchNext() override { ask(m_rows.isEmpty() ? nullptr : &m_rows.constLast()); }

private:
    QVariant alignmentOf(int column) const
    {
        return QVariant((m_columns.at(column).look.isNumber ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    }

    void ask(const Row *behind)
    {
        m_isAsking = true;
        m_failure.reset();
        const bool isFirst = behind == nullptr;
        whenFinished(m_fetch(behind), this, [this, isFirst, turn = ++m_turn](const Result<Page> &page) {
            if (turn != m_turn)
                return; // asked again since
            if (!page) {
                m_isAsking = false;
                m_failure = page.error();
                Q_EMIT failed(page.error());
                return;
            }
            take(*page, isFirst); // nobody asks behind its last row before that is another
            m_isAsking = false;
            Q_EMIT came();
        });
        Q_EMIT asked();
    }

    void take(const Page &page, bool isFirst)
    {
        m_readAt = m_clock();
        m_hasMore = page.hasMore;
        if (!isFirst && !page.rows.isEmpty()) {
            const int before = rowCount();
            beginInsertRows({}, before, before + static_cast<int>(page.rows.size()) - 1);
            m_rows += page.rows;
            endInsertRows();
        } else if (isFirst && m_rows != page.rows) {
            beginResetModel();
            m_rows = page.rows;
            endResetModel();
        }
    }

    QList<RowColumn<Row>> m_columns;
    IdOf m_idOf;
    Fetch m_fetch;
    Clock m_clock;
    QList<Row> m_rows;
    int m_turn = 0; ///< answers to earlier questions count no more
};

} // namespace Holdfast
