// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/AuditEntry.h"

#include <QByteArray>

namespace Holdfast {

/// An entry as it is stored, each value as it lies there, so that a stored value that no entry could have shows too.
struct AuditRow
{
    qint64 id = 0;
    qint64 at = 0; ///< milliseconds since 1970 in UTC
    qint64 userId = 0;
    QString username;
    QString role; ///< empty: nobody who is known
    QString action;
    qint64 recordingId = 0;
    qint64 leadId = 0;
    QString outcome; ///< "allowed", "refused"
    QString address;
    QByteArray detail; ///< a JSON object

    static AuditRow of(const AuditEntry &entry);
    AuditEntry entry() const;
};

/// The one form of an entry in bytes, which is the leaf of the audit tree and, with a line's end, its line in an export
/// as JSON Lines. A JSON object in UTF-8 without blanks, its members always all and in this order:
///
///   {"id":17,"at":"2026-01-15T14:30:00.000Z","userId":3,"username":"alice","role":"agent","action":"download",
///    "recordingId":7,"leadId":2,"outcome":"allowed","address":"192.0.2.1","detail":{"before":…,"after":…}}
///
/// Numbers are decimal. `at` always has three digits of milliseconds and "Z"; a number in its place where it is no time
/// of the years 0 to 9999. userId, recordingId and leadId are null where the entry names none (0), role where it names
/// none (""). In texts `"` and `\` are written \" and \\, the control characters below a blank \b \f \n \r \t or \u00xx
/// (lower-case digits), everything else as it is. `detail` stands as it is stored, and last, so that no other entry
/// has the same bytes.
QByteArray auditLine(const AuditRow &row);

/// The same as a line of CSV (RFC 4180, with its end), under auditCsvHeader(). Nobody's, and what there is not, is
/// empty. A text that a spreadsheet would run as a formula begins with an apostrophe.
QByteArray auditCsvLine(const AuditRow &row);
QByteArray auditCsvHeader();

} // namespace Holdfast
