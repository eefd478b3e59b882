// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/PagedModel.h"

namespace Holdfast {

void PagedModel::goOn()
{
    if (!m_failure || m_isAsking)
        return;
    if (m_readAt.isValid() && rowCount() > 0 && m_hasMore)
        fetchNext();
    else
        readAnew();
}

bool PagedModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_hasMore && !m_isAsking && !m_failure && rowCount() < mostRows;
}

void PagedModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        fetchNext();
}

} // namespace Holdfast
