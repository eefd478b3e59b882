// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"
#include "local/LocalRecording.h"

#include <QList>

namespace Holdfast {

class Database;
class Query;

/// How a LocalRecording lies in the tables recordings and outbox. Each is one statement; transactions are the caller's.
namespace RecordingRows {

enum class Select { OfLead, UnsentOfLead, SentOfLead, Outbox, Parked, ByUploadId, ByRecordingId };

/// The statement for that selection; it has one placeholder, but none for Outbox and Parked, and for SentOfLead three:
/// the lead, how many at most, and after how many.
QByteArray statement(Select what);
QString uploadIdText(QUuid uploadId);
Result<QList<LocalRecording>> read(Query &query); ///< all rows of the bound statement
TransferState stateFromText(const QString &text); ///< of the column outbox.state; Stored where it has no row

/// The server's account in that column of a row; none where it has given none.
Result<std::optional<Recording>> remoteIn(const Query &query, int column);

Done insertWaiting(Database &database, const LocalRecording &recording);
Done appendToOutbox(Database &database, QUuid uploadId);

/// The word is there to be offered from now on; none where it is empty.
Done meetDisposition(Database &database, const QString &disposition);

/// A recording of the server: the row that has it is brought up to date, else there is a new one.
Done putRemote(Database &database, const Recording &remote);
Done setRemote(Database &database, const Recording &remote); ///< of one that is here: its account alone
/// The server's answer to an upload: it goes to the upload's row; a row that had it from a listing gives way.
Done giveRemote(Database &database, QUuid uploadId, const Recording &remote);

} // namespace RecordingRows

} // namespace Holdfast
