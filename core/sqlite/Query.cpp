// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/Query.h"

#include "sqlite/DatabaseState.h"
#include "sqlite/SqlFailure.h"

#include <QSqlError>
#include <QTimeZone>

namespace Holdfast {

namespace {

constexpr qsizetype mostIdle = 200; // statements whose text depends on what is asked are many

} // namespace

struct Query::State
{
    Database::State &database;
    QByteArray sql;
    std::shared_ptr<QSqlQuery> statement;
    int bound = 0;
    bool executed = false;
    std::optional<Failure> unprepared;
    std::optional<Failure> unsealed;
};

Query::Query(Database &database, QByteArray sql)
    : m_state(std::make_unique<State>(
          State{database.state(), std::move(sql), nullptr, 0, false, std::nullopt, std::nullopt}))
{
    m_state->statement = m_state->database.idle.take(m_state->sql);
    if (m_state->statement)
        return;
    m_state->statement = std::make_shared<QSqlQuery>(m_state->database.sql);
    m_state->statement->setForwardOnly(true);
    if (!m_state->statement->prepare(QString::fromUtf8(m_state->sql)))
        m_state->unprepared = sqlFailure(m_state->statement->lastError());
}

Query::~Query()
{
    // Ends the read that the statement may still hold open, so that the log can be folded back into the file.
    m_state->statement->finish();
    if (m_state->unprepared)
        return;
    QHash<QByteArray, std::shared_ptr<QSqlQuery>> &idle = m_state->database.idle;
    if (idle.size() >= mostIdle) // any one: what is in use is not among them
        idle.erase(idle.begin());
    idle.insert(m_state->sql, m_state->statement);
}

void Query::add(QVariant value)
{
    m_state->statement->bindValue(m_state->bound++, value);
}

QVariant Query::toVariant(const Sealed &sealed)
{
    const std::optional<TextSeal> &seal = m_state->database.seal;
    if (!seal || sealed.text.isEmpty())
        return toVariant(sealed.text);
    Result<QByteArray> bytes = seal->seal(sealed.text);
    if (bytes)
        return *bytes;
    m_state->unsealed = bytes.error();
    return {};
}

Query &Query::bindAll(const QVariantList &values)
{
    for (const QVariant &value : values)
        add(value);
    return *this;
}

Done Query::execute()
{
    m_state->executed = true;
    if (m_state->unprepared)
        return fail(*m_state->unprepared);
    if (m_state->unsealed)
        return fail(*m_state->unsealed);
    m_state->database.endWhatIsLeftOpen();
    if (Done asked = m_state->database.ask(m_state->sql); !asked)
        return asked;
    if (!m_state->statement->exec())
        return fail(sqlFailure(m_state->statement->lastError()));
    return {};
}

Result<bool> Query::step()
{
    if (!m_state->executed)
        if (Done done = execute(); !done)
            return fail(done.error());
    if (m_state->statement->next())
        return true;
    if (m_state->statement->lastError().isValid())
        return fail(sqlFailure(m_state->statement->lastError()));
    return false;
}

Result<qint64> Query::oneNumber()
{
    const Result<bool> row = step();
    if (!row)
        return fail(row.error());
    return *row ? number(0) : 0;
}

Done Query::run()
{
    return execute();
}

qint64 Query::number(int column) const
{
    return m_state->statement->value(column).toLongLong();
}

QString Query::text(int column) const
{
    return m_state->statement->value(column).toString();
}

Result<QString> Query::sealedText(int column) const
{
    const QVariant value = m_state->statement->value(column);
    if (value.userType() != QMetaType::QByteArray)
        return value.toString();
    if (!m_state->database.seal)
        return fail(FailureKind::Corrupt,
                    QStringLiteral("A text in the database is sealed, and there is no key for it."));
    return m_state->database.seal->open(value.toByteArray());
}

QByteArray Query::bytes(int column) const
{
    return m_state->statement->value(column).toByteArray();
}

QDateTime Query::time(int column) const
{
    return QDateTime::fromMSecsSinceEpoch(number(column), Qt::UTC);
}

bool Query::isNull(int column) const
{
    return m_state->statement->isNull(column);
}

qint64 Query::insertedId() const
{
    return m_state->statement->lastInsertId().toLongLong();
}

qint64 Query::changedRows() const
{
    return m_state->statement->numRowsAffected();
}

} // namespace Holdfast
