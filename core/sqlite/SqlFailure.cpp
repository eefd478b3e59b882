// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/SqlFailure.h"

#include <QCoreApplication>
#include <QSqlError>

namespace Holdfast {

namespace {

/// The context of these sentences for whoever translates them.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Holdfast::sqlFailure)
};

constexpr int primaryCode = 0xff; // an extended code bears its primary one in the low byte
constexpr int sqliteCorrupt = 11;
constexpr int sqliteFull = 13;
constexpr int sqliteConstraint = 19;
constexpr int sqliteNotADatabase = 26;

} // namespace

Failure sqlFailure(const QSqlError &error)
{
    const QString detail = error.nativeErrorCode() + QStringLiteral(": ") + error.databaseText();
    switch (error.nativeErrorCode().toInt() & primaryCode) {
    case sqliteFull:
        return {FailureKind::StorageFull,
                Words::tr("There is no room left on the disk. Nothing was changed; make room and try again."), detail,
                std::nullopt};
    case sqliteConstraint:
        return {FailureKind::Conflict, Words::tr("That contradicts what is kept already. Nothing was changed."), detail,
                std::nullopt};
    case sqliteCorrupt:
    case sqliteNotADatabase:
        return {FailureKind::Corrupt,
                Words::tr("The database file is damaged. Nothing was changed; restore it from a backup."), detail,
                std::nullopt};
    default:
        return {FailureKind::Unreachable,
                Words::tr("The database did not answer. Nothing was changed; try again in a moment."), detail,
                std::nullopt};
    }
}

} // namespace Holdfast
