// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"

#include <QByteArrayView>
#include <QIODevice>
#include <QStringList>

#include <optional>

namespace Holdfast {

/// Reads CSV as RFC 4180 has it, in UTF-8, a row at a time: quoted fields may hold commas, doubled quotation marks and
/// line ends; lines end with CR LF or LF, or all with CR; a byte order mark and empty lines are passed over. Another
/// separator may stand for the comma. Memory does not depend on the file's size. The device is open, and outlives the
/// reader.
class CsvReader
{
public:
    static constexpr qsizetype longestRow = 1024 * 1024; // bytes

    explicit CsvReader(QIODevice &device, char separator = ',');

    /// Comma, semicolon or tab: what most often stands between the names of columns in the first line that is not
    /// empty, outside quotation marks; the one that a line "sep=;" names, as spreadsheets write it. Pure.
    static char separatorOf(QByteArrayView csv);

    /// The next row, or nothing at the end. Malformed, naming the line, for what is no CSV in UTF-8; Unreachable where
    /// the device can't be read. What failed stays so.
    Result<std::optional<QStringList>> next();

    /// The line, from 1, on which the row that next() gave last begins.
    qint64 line() const { return m_rowLine; }

private:
    enum class State { FieldStart, Plain, Quoted, QuoteSeen, ReturnSeen };
    enum class LineEnd { Unknown, Feed, Return }; ///< LF, with a CR before it or not; CR alone

    Result<std::optional<QStringList>> readRow();
    Result<std::optional<char>> nextByte();
    Result<bool> take(char byte);
    Result<bool> endLine(char byte);
    Result<bool> endRow();
    Done endField();
    Result<bool> malformed(const QString &why);
    Done refill();

    QIODevice &m_device;
    char m_separator;
    QByteArray m_piece;
    qsizetype m_at = 0;
    bool m_started = false;
    qint64 m_line = 1;
    qint64 m_rowLine = 0;

    State m_state = State::FieldStart;
    LineEnd m_lineEnd = LineEnd::Unknown; ///< as the first line has it
    QByteArray m_field;
    qsizetype m_rowBytes = 0;
    QStringList m_row;
    std::optional<Failure> m_failure;
};

} // namespace Holdfast
