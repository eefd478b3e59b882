// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/Migration.h"

#include "sqlite/DatabaseState.h"
#include "sqlite/Query.h"
#include "sqlite/Transaction.h"

#include <QDir>
#include <QFile>

namespace Holdfast {

namespace {

Result<QStringList> statementsOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(FailureKind::Internal, QStringLiteral("A part of the program is missing. Install it again."), path);
    QStringList statements;
    QString statement;
    const auto end = [&] {
        if (!statement.trimmed().isEmpty())
            statements << statement;
        statement.clear();
    };
    for (const QString &line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
        if (line.trimmed().isEmpty())
            end();
        else if (!line.startsWith(QStringLiteral("--")))
            statement += line + QLatin1Char('\n');
    }
    end();
    return statements;
}

Done apply(Database &database, const QString &path, int version,
           const std::function<Done(Database &, int version)> &applied)
{
    const Result<QStringList> statements = statementsOf(path);
    if (!statements)
        return fail(statements.error());
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return fail(transaction.error());
    for (const QString &statement : *statements)
        if (Done done = database.state().execute(statement); !done)
            return done;
    if (Done done = applied ? applied(database, version) : Done(); !done)
        return done;
    if (Done done = database.state().execute(QStringLiteral("PRAGMA user_version=%1").arg(version)); !done)
        return done;
    return transaction->commit();
}

} // namespace

Done migrate(Database &database, const QString &folder, const std::function<Done(Database &, int version)> &applied)
{
    qint64 present = 0;
    {
        Query query(database, "PRAGMA user_version");
        if (Done done = query.each([&] { present = query.number(0); }); !done)
            return done;
    }
    const QStringList files = QDir(folder).entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    if (files.isEmpty())
        return fail(FailureKind::Internal, QStringLiteral("A part of the program is missing. Install it again."),
                    folder);
    const int newest = files.last().section(QLatin1Char('-'), 0, 0).toInt();
    if (present > newest)
        return fail(
            FailureKind::Conflict,
            QStringLiteral("The data was written by a newer version of Holdfast (schema %1; this one knows %2). "
                           "Nothing was changed; use the newer version.")
                .arg(present)
                .arg(newest));
    for (const QString &file : files) {
        const int version = file.section(QLatin1Char('-'), 0, 0).toInt();
        if (version > present)
            if (Done done = apply(database, folder + QLatin1Char('/') + file, version, applied); !done)
                return done;
    }
    return {};
}

} // namespace Holdfast
