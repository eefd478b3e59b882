// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/SqlFailure.h"

#include <QCoreApplication>
#include <QSqlError>

namespace Holdfast {

namespace {

constexpr int primaryCode = 0xff; // an extended code bears its primary one in the low byte
constexpr int sqliteCorrupt = 11;
constexpr int sqliteFull = 13;
constexpr int sqliteConstraint = 19;
constexpr int sqliteNotADatabase = 26;

QString sentence(const char *text)
{
    return QCoreApplication::translate("Holdfast::sqlFailure", text);
}

} // namespace

Failure sqlFailure(const QSqlError &error)
{
    const QString detail = error.nativeErrorCode() + QStringLiteral(": ") + error.databaseText();
    switch (error.nativeErrorCode().toInt() & primaryCode) {
    case sqliteFull:
        return {FailureKind::StorageFull,
                sentence("There is no room left on the disk. Nothing was changed; make room and try again."), detail,
                std::nullopt};
    case sqliteConstraint:
        return {FailureKind::Conflict, sentence("That contradicts what is kept already. Nothing was changed."), detail,
                std::nullopt};
    case sqliteCorrupt:
    case sqliteNotADatabase:
        return {FailureKind::Corrupt,
                sentence("The database file is damaged. Nothing was changed; restore it from a backup."), detail,
                std::nullopt};
    default:
        return {FailureKind::Unreachable,
                sentence("The database did not answer. Nothing was changed; try again in a moment."), detail,
                std::nullopt};
    }
}

} // namespace Holdfast
