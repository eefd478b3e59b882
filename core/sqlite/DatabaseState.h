// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sqlite/Database.h"
#include "sqlite/TextSeal.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <memory>
#include <optional>

namespace Holdfast {

/// What a Database is made of; for the sources of this folder.
struct Database::State
{
    QString connection;
    QSqlDatabase sql;
    QHash<QByteArray, std::shared_ptr<QSqlQuery>> idle; ///< prepared statements that nobody uses at this moment

    std::optional<TextSeal> seal; ///< none: sealed texts lie there as they are
    StatementGate gate;
    bool isInTransaction = false; ///< that somebody still holds
    bool isLeftOpen = false;      ///< one that could not be ended; whatever comes next ends it first

    Done ask(QByteArrayView statement) const; ///< the gate
    Done execute(const QString &statement);
    void endWhatIsLeftOpen();
};

} // namespace Holdfast
