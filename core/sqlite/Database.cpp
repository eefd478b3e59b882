// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/Database.h"

#include "sqlite/DatabaseState.h"
#include "sqlite/SqlFailure.h"

#include <QSqlError>

#include <atomic>

namespace Holdfast {

namespace {

QString nextConnectionName()
{
    static std::atomic_uint64_t last = 0;
    return QStringLiteral("holdfast-%1").arg(++last);
}

} // namespace

Done Database::State::ask(QByteArrayView statement) const
{
    return gate ? gate(statement) : Done();
}

Done Database::State::execute(const QString &statement)
{
    if (Done asked = ask(statement.toUtf8()); !asked)
        return asked;
    QSqlQuery query(sql);
    if (!query.exec(statement))
        return fail(sqlFailure(query.lastError()));
    return {};
}

/// Where it fails, SQLite may have ended it by itself: then what comes next works all the same.
void Database::State::endWhatIsLeftOpen()
{
    if (isLeftOpen && !isInTransaction && execute(QStringLiteral("ROLLBACK")))
        isLeftOpen = false;
}

Database::Database(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

Database::~Database()
{
    const QString connection = m_state->connection;
    m_state.reset(); // statements and the handle go before the connection
    QSqlDatabase::removeDatabase(connection);
}

void Database::sealTexts(TextSeal seal)
{
    m_state->seal = std::move(seal);
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, Durability durability, const StatementGate &gate)
{
    auto state = std::make_unique<State>();
    state->connection = nextConnectionName();
    state->gate = gate;
    state->sql = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), state->connection);
    std::unique_ptr<Database> database(new Database(std::move(state)));
    State &opened = database->state();
    opened.sql.setDatabaseName(path);
    opened.sql.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=10000"));
    if (!opened.sql.open())
        return fail(FailureKind::Unreachable,
                    QStringLiteral("The database %1 can't be opened. Check that the folder exists and may be written.")
                        .arg(path),
                    opened.sql.lastError().text());

    // With recursive_triggers, the DELETE that hides in INSERT OR REPLACE meets the triggers that forbid it, too.
    QStringList settings{QStringLiteral("PRAGMA foreign_keys=ON"), QStringLiteral("PRAGMA recursive_triggers=ON")};
    switch (durability) {
    case Durability::Full:
        // secure_delete: what was deleted, a recording's key above all, is overwritten in the file.
        settings << QStringLiteral("PRAGMA journal_mode=WAL") << QStringLiteral("PRAGMA synchronous=FULL")
                 << QStringLiteral("PRAGMA secure_delete=ON");
        break;
    case Durability::ReadOnly:
        settings << QStringLiteral("PRAGMA query_only=ON");
        break;
    }
    for (const QString &setting : settings)
        if (Done done = opened.execute(setting); !done)
            return fail(done.error());
    return database;
}

} // namespace Holdfast
