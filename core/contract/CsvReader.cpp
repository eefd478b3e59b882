// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/CsvReader.h"

#include <QStringDecoder>

#include <algorithm>
#include <utility>

namespace Holdfast {

namespace {

constexpr qsizetype pieceBytes = 64 * 1024;
const QByteArray byteOrderMark("\xef\xbb\xbf");

} // namespace

CsvReader::CsvReader(QIODevice &device, char separator)
    : m_device(device)
    , m_separator(separator)
{
}

char CsvReader::separatorOf(QByteArrayView csv)
{
    constexpr QByteArrayView declaration("sep=");
    csv = csv.trimmed();
    const auto isLineEnd = [](char byte) { return byte == '\n' || byte == '\r'; };
    const qsizetype length = std::distance(csv.begin(), std::ranges::find_if(csv, isLineEnd));
    const QByteArrayView names = csv.first(std::min(length, longestRow)).trimmed();
    if (names.startsWith(declaration) && names.size() == declaration.size() + 1)
        return names.back();
    char best = ',';
    qsizetype most = 0;
    for (const char candidate : {',', ';', '\t'}) {
        bool quoted = false;
        qsizetype count = 0;
        for (const char byte : names) {
            quoted = byte == '"' ? !quoted : quoted;
            count += byte == candidate && !quoted ? 1 : 0;
        }
        if (count > most) {
            best = candidate;
            most = count;
        }
    }
    return best;
}

Result<std::optional<QStringList>> CsvReader::next()
{
    if (m_failure)
        return fail(*m_failure);
    Result<std::optional<QStringList>> row = readRow();
    if (!row)
        m_failure = row.error();
    return row;
}

Done CsvReader::refill()
{
    m_piece.resize(pieceBytes);
    m_at = 0;
    const qint64 count = m_device.read(m_piece.data(), pieceBytes);
    m_piece.truncate(std::max<qint64>(count, 0));
    if (count < 0)
        return fail(FailureKind::Unreachable,
                    QStringLiteral("The file can't be read on: %1.").arg(m_device.errorString()));
    if (!std::exchange(m_started, true) && m_piece.startsWith(byteOrderMark))
        m_at = byteOrderMark.size();
    return {};
}

Result<std::optional<char>> CsvReader::nextByte()
{
    if (m_at == m_piece.size())
        if (const Done filled = refill(); !filled)
            return fail(filled.error());
    return m_at < m_piece.size() ? std::optional(m_piece[m_at++]) : std::nullopt;
}

Result<std::optional<QStringList>> CsvReader::readRow()
{
    m_row.clear();
    m_field.clear();
    m_rowBytes = 0;
    m_rowLine = m_line;
    m_state = State::FieldStart;
    for (;;) {
        const Result<std::optional<char>> byte = nextByte();
        if (!byte)
            return fail(byte.error());
        const bool atEnd = !*byte;
        if (atEnd && m_rowBytes == 0)
            return std::optional<QStringList>();
        if (atEnd && m_state == State::Quoted)
            return fail(malformed(QStringLiteral("a quotation mark is opened and never closed")).error());
        const Result<bool> ended = atEnd ? endRow() : take(**byte);
        if (!ended)
            return fail(ended.error());
        if (*ended)
            return std::optional(m_row);
    }
}

/// True where the byte ends the row.
Result<bool> CsvReader::take(char byte)
{
    if (++m_rowBytes > longestRow)
        return malformed(QStringLiteral("the row is longer than %1 bytes").arg(longestRow));
    if (byte == '\n' || (byte == '\r' && m_state == State::Quoted && m_lineEnd == LineEnd::Return))
        ++m_line;
    switch (m_state) {
    case State::Quoted:
        if (byte == '"')
            m_state = State::QuoteSeen;
        else
            m_field += byte;
        return false;
    case State::ReturnSeen:
        return endLine(byte);
    case State::FieldStart:
    case State::Plain:
    case State::QuoteSeen:
        break;
    }
    if (byte == '\n')
        return endLine(byte);
    if (byte == '\r') {
        m_state = State::ReturnSeen;
        return false;
    }
    if (byte == m_separator) {
        m_state = State::FieldStart;
        return endField().map([] { return false; });
    }
    if (m_state == State::FieldStart && byte == '"') {
        m_state = State::Quoted;
        return false;
    }
    if (m_state == State::QuoteSeen && byte != '"')
        return malformed(QStringLiteral("text follows a closing quotation mark"));
    if (m_state == State::Plain && byte == '"')
        return malformed(QStringLiteral("a quotation mark stands in a field that is not quoted"));
    m_state = m_state == State::QuoteSeen ? State::Quoted : State::Plain;
    m_field += byte;
    return false;
}

/// At an LF, or behind a CR: an old Mac's file has that alone. What ends now one way and now another is no such file,
/// but one with a stray byte in it.
Result<bool> CsvReader::endLine(char byte)
{
    const LineEnd found = byte == '\n' ? LineEnd::Feed : LineEnd::Return;
    if (m_lineEnd == LineEnd::Unknown)
        m_lineEnd = found;
    if (m_lineEnd != found)
        return malformed(found == LineEnd::Return
                             ? QStringLiteral("a carriage return stands alone")
                             : QStringLiteral("it ends with a line feed, but those before it with a carriage return"));
    if (found == LineEnd::Return) {
        ++m_line;
        --m_at; // the byte is of the next row
        --m_rowBytes;
    }
    return endRow();
}

/// False for an empty line, after which the row begins anew.
Result<bool> CsvReader::endRow()
{
    const bool isEmptyLine =
        m_row.isEmpty() && m_field.isEmpty() && (m_rowBytes == 1 || (m_rowBytes == 2 && m_state == State::ReturnSeen));
    m_state = State::FieldStart;
    if (isEmptyLine) {
        m_rowBytes = 0;
        m_rowLine = m_line;
        return false;
    }
    return endField().map([] { return true; });
}

Done CsvReader::endField()
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(m_field);
    if (decoder.hasError())
        return fail(malformed(QStringLiteral("the text is not UTF-8")).error());
    if (text.contains(QChar(0)))
        return fail(malformed(QStringLiteral("the text holds a NUL")).error());
    m_row.append(text);
    m_field.clear();
    return {};
}

Result<bool> CsvReader::malformed(const QString &why)
{
    return fail(FailureKind::Malformed, QStringLiteral("Line %1: %2.").arg(m_rowLine).arg(why));
}

} // namespace Holdfast
