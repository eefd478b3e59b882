// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/LinesTable.h"

namespace Holdfast {

/// The table of the place People. UI thread; the model outlives it.
class PeopleTable : public LinesTable
{
    Q_OBJECT
public:
    explicit PeopleTable(QAbstractItemModel &model, QWidget *parent = nullptr);

protected:
    void layColumns() override;
};

} // namespace Holdfast
