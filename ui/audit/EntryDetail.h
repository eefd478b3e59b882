// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

namespace Holdfast {

/// One line of what an entry says besides who, what and when.
struct DetailLine
{
    QString field;  ///< the contract's word; what is in another has a dot: "reason.days"
    QString before; ///< empty where there was nothing
    QString after;  ///< empty where there is nothing; what is only told, and changed nothing, stands here
    bool isChange = false;

    friend bool operator==(const DetailLine &, const DetailLine &) = default;
};

/// What an entry's detail says, a line each: what changed, from what to what, then what else is told. What was the same
/// before and after is left out. Pure.
QList<DetailLine> detailLines(const QJsonObject &detail);

} // namespace Holdfast
