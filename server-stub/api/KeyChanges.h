// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "access/TokenMint.h"
#include "api/DataFolder.h"
#include "records/Audit.h"
#include "records/TokenKeyRows.h"

namespace Holdfast {

/// Takes away an old key-encryption key, row first, then its file. Conflict, with how much, while anything is wrapped
/// under it, and for the current one and one from outside; NotFound where there is none. `who` tells who asked and
/// when. Answers the sentence that whoever keeps backups needs. Slow: pool thread.
Result<QString> retireKey(DataFolder &data, const QString &id, AuditEntry who);

/// Tokens are signed with a new key from now on. Those before count until they end; or no more if everybody is to sign
/// in anew, and then the keys before verify nothing any more and their files are removed. `mint` may be null where no
/// server runs. Slow: pool thread.
enum class OldTokens { UntilTheyEnd, EndAtOnce };
Result<QString> rotateTokenKey(DataFolder &data, OldTokens old, AuditEntry who, TokenMint *mint);

/// Gives the mint the keys that count: those that have a row. Any thread.
void giveTokenKeys(TokenMint &mint, const TokenKeys &keys, const QList<TokenKeyRow> &rows);

} // namespace Holdfast
