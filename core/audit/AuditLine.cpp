// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/AuditLine.h"

#include <QJsonDocument>

#include <array>

namespace Holdfast {

namespace {

constexpr qint64 firstTime = -62'167'219'200'000; // 0000-01-01T00:00:00.000Z
constexpr qint64 lastTime = 253'402'300'799'999;  // 9999-12-31T23:59:59.999Z

void appendText(QByteArray &line, const QString &text)
{
    static constexpr char hex[] = "0123456789abcdef";
    line += '"';
    for (const char c : text.toUtf8()) {
        const auto code = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            line.append('\\').append(c);
        else if (c == '\b')
            line += "\\b";
        else if (c == '\f')
            line += "\\f";
        else if (c == '\n')
            line += "\\n";
        else if (c == '\r')
            line += "\\r";
        else if (c == '\t')
            line += "\\t";
        else if (code < ' ')
            line.append("\\u00").append(hex[code >> 4]).append(hex[code & 15]);
        else
            line += c;
    }
    line += '"';
}

/// Width digits, zeros in front.
void appendDigits(QByteArray &line, int number, int width)
{
    const QByteArray digits = QByteArray::number(number);
    line.append(width - digits.size(), '0').append(digits);
}

bool isTime(qint64 at)
{
    return at >= firstTime && at <= lastTime;
}

void appendTime(QByteArray &line, qint64 at)
{
    if (!isTime(at)) {
        line += QByteArray::number(at);
        return;
    }
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(at, Qt::UTC);
    const QTime clock = time.time();
    int year = 0;
    int month = 0;
    int day = 0;
    time.date().getDate(&year, &month, &day);
    appendDigits(line, year < 0 ? year + 1 : year, 4); // QDate knows no year 0: the one before the year 1 is its -1
    const std::array<std::pair<char, int>, 5> parts{
        {{'-', month}, {'-', day}, {'T', clock.hour()}, {':', clock.minute()}, {':', clock.second()}}};
    for (const auto &[before, number] : parts) {
        line += before;
        appendDigits(line, number, 2);
    }
    line += '.';
    appendDigits(line, clock.msec(), 3);
    line += 'Z';
}

void appendJsonTime(QByteArray &line, qint64 at)
{
    const bool quoted = isTime(at);
    if (quoted)
        line += '"';
    appendTime(line, at);
    if (quoted)
        line += '"';
}

void appendId(QByteArray &line, qint64 id)
{
    line += id == 0 ? QByteArrayLiteral("null") : QByteArray::number(id);
}

/// In quotes, and no formula.
void appendCell(QByteArray &line, QByteArray text)
{
    static constexpr QByteArrayView beginsFormula("=+-@\t\r\n");
    if (!text.isEmpty() && beginsFormula.contains(text.front()))
        text.prepend('\'');
    line.append('"').append(text.replace("\"", "\"\"")).append('"');
}

void appendCsvId(QByteArray &line, qint64 id)
{
    line += id == 0 ? QByteArray() : QByteArray::number(id);
}

} // namespace

AuditRow AuditRow::of(const AuditEntry &entry)
{
    return {entry.id,
            entry.at.toMSecsSinceEpoch(),
            entry.userId.value,
            entry.username,
            entry.role ? QString(roleName(*entry.role)) : QString(),
            entry.action,
            entry.recordingId.value,
            entry.leadId.value,
            QString(outcomeName(entry.outcome)),
            entry.address,
            QJsonDocument(entry.detail).toJson(QJsonDocument::Compact)};
}

AuditEntry AuditRow::entry() const
{
    AuditEntry entry;
    entry.id = id;
    entry.at = QDateTime::fromMSecsSinceEpoch(at, Qt::UTC);
    entry.userId = {userId};
    entry.username = username;
    entry.role = roleFromName(role);
    entry.action = action;
    entry.recordingId = {recordingId};
    entry.leadId = {leadId};
    entry.outcome = outcome == outcomeName(AuditOutcome::Refused) ? AuditOutcome::Refused : AuditOutcome::Allowed;
    entry.address = address;
    entry.detail = QJsonDocument::fromJson(detail).object();
    return entry;
}

QByteArray auditLine(const AuditRow &row)
{
    QByteArray line;
    line.reserve(320 + row.detail.size());
    line.append("{\"id\":").append(QByteArray::number(row.id)).append(",\"at\":");
    appendJsonTime(line, row.at);
    line += ",\"userId\":";
    appendId(line, row.userId);
    line += ",\"username\":";
    appendText(line, row.username);
    line += ",\"role\":";
    if (row.role.isEmpty())
        line += "null";
    else
        appendText(line, row.role);
    line += ",\"action\":";
    appendText(line, row.action);
    line += ",\"recordingId\":";
    appendId(line, row.recordingId);
    line += ",\"leadId\":";
    appendId(line, row.leadId);
    line += ",\"outcome\":";
    appendText(line, row.outcome);
    line += ",\"address\":";
    appendText(line, row.address);
    line.append(",\"detail\":").append(row.detail).append('}');
    return line;
}

QByteArray auditCsvHeader()
{
    return "id,at,userId,username,role,action,recordingId,leadId,outcome,address,detail\r\n";
}

QByteArray auditCsvLine(const AuditRow &row)
{
    QByteArray line = QByteArray::number(row.id) + ',';
    appendTime(line, row.at);
    line += ',';
    appendCsvId(line, row.userId);
    for (const QString &text : {row.username, row.role, row.action}) {
        line += ',';
        appendCell(line, text.toUtf8());
    }
    line += ',';
    appendCsvId(line, row.recordingId);
    line += ',';
    appendCsvId(line, row.leadId);
    for (const QByteArray &text : {row.outcome.toUtf8(), row.address.toUtf8(), row.detail}) {
        line += ',';
        appendCell(line, text);
    }
    return line + "\r\n";
}

} // namespace Holdfast
