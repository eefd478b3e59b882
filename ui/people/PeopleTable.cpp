// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/PeopleTable.h"

#include "people/PeopleModel.h"

#include <algorithm>

namespace Holdfast {

namespace {

constexpr int lineHeight = 36;

} // namespace

PeopleTable::PeopleTable(QAbstractItemModel &model, QWidget *parent)
    : LinesTable(model, tr("People"), lineHeight, parent)
{
}

void PeopleTable::layColumns()
{
    const int width = viewport()->width();
    const auto widthOf = [&](PeopleColumn column, int part) {
        setColumnWidth(static_cast<int>(column), part);
        return part;
    };
    int rest = width;
    rest -= widthOf(PeopleColumn::Username, width / 5);
    rest -= widthOf(PeopleColumn::Role, std::clamp(width / 7, 100, 180));
    rest -= widthOf(PeopleColumn::Standing, std::clamp(width / 7, 120, 180));
    rest -= widthOf(PeopleColumn::Since, std::clamp(width / 6, 150, 200));
    widthOf(PeopleColumn::FullName, std::max(rest, 120));
}

} // namespace Holdfast
