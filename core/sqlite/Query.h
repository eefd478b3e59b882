// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"
#include "sqlite/Database.h"
#include "sqlite/TextSeal.h"

#include <QByteArray>
#include <QDateTime>
#include <QVariant>
#include <QVariantList>

#include <chrono>
#include <concepts>
#include <optional>

namespace Holdfast {

/// One statement, prepared once per connection and kept. A failure is returned, never passed over.
/// Use: Query query(db, "SELECT a FROM t WHERE b = ?"); query.bind(b); for (auto row = query.step(); …; row =
/// query.step()) or, for a list, each(). Times are kept as milliseconds since 1970 in UTC, ids as their numbers.
class Query
{
public:
    Query(Database &database, QByteArray sql);
    ~Query();
    Q_DISABLE_COPY_MOVE(Query)

    /// Binds the placeholders `?` in order. An empty optional binds NULL; a null text is an empty one.
    template <class... Values> Query &bind(const Values &...values)
    {
        (add(toVariant(values)), ...);
        return *this;
    }

    Query &bindAll(const QVariantList &values); ///< as they are, in order

    /// Runs the statement the first time, and moves to the next row: true where there is one.
    Result<bool> step();
    /// Calls work for each row.
    template <class Work> Done each(Work work)
    {
        for (;;) {
            const Result<bool> row = step();
            if (!row)
                return fail(row.error());
            if (!*row)
                return {};
            work();
        }
    }
    /// The number in the first column of the first row; 0 where there is no row.
    Result<qint64> oneNumber();
    /// Runs a statement that answers no rows.
    Done run();

    qint64 number(int column) const;
    QString text(int column) const;
    /// What was bound as Sealed, also before there was a seal. Corrupt where it can't be opened.
    Result<QString> sealedText(int column) const;
    QByteArray bytes(int column) const;
    QDateTime time(int column) const;
    bool isNull(int column) const;
    qint64 insertedId() const;
    qint64 changedRows() const;

private:
    template <std::integral T> static QVariant toVariant(T value) { return static_cast<qint64>(value); }
    template <class Tag> static QVariant toVariant(Id<Tag> id) { return id.value; }
    static QVariant toVariant(double value) { return value; }
    static QVariant toVariant(const QString &text) { return text.isNull() ? QStringLiteral("") : text; }
    QVariant toVariant(const Sealed &sealed); ///< where it fails, run() and step() do
    static QVariant toVariant(QLatin1String text) { return QString(text); }
    static QVariant toVariant(const QByteArray &bytes) { return bytes.isNull() ? QByteArray("") : bytes; }
    static QVariant toVariant(std::chrono::milliseconds time) { return static_cast<qint64>(time.count()); }
    static QVariant toVariant(const QDateTime &time) { return time.toMSecsSinceEpoch(); }
    template <class T> QVariant toVariant(const std::optional<T> &value)
    {
        return value ? toVariant(*value) : QVariant();
    }
    void add(QVariant value);
    Done execute();

    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace Holdfast
