// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/SecretKey.h"
#include "domain/Result.h"

#include <optional>

namespace Holdfast {

class Database;

/// What is written about recordings (their notes, dispositions, annotations, and what the server says of them) lies
/// sealed in the local store where there is a key to seal it with. Leads' names and numbers, and names of files, lie
/// there as they are.
namespace StoreSeal {

/// What became of the store when it was opened with that key, or without one.
enum class Outcome {
    Open,  ///< what is sealed can be read, and whatever is written from now on will be sealed
    Plain, ///< there is no key, and nothing was ever sealed: texts lie there as they are
};

/// The key of the texts, from the key of the sealed files.
SecretKey textKey(const SecretKey &cacheKey);

/// Seals what lies there as text. NotSignedIn where the store is sealed with another key, or there is none: nothing was
/// touched.
Result<Outcome> apply(Database &database, const std::optional<SecretKey> &key);

/// What tells whether a key is that of a store that nobody has open; none where it is not sealed.
Result<std::optional<QByteArray>> canaryIn(const QString &databasePath);
bool opens(const QByteArray &canary, const SecretKey &textKey);

/// Gives up what nobody can read any more: what was written is gone. Everything that the server has comes anew, and
/// recordings that wait are still there, without their notes. The next key may seal it.
Done giveUp(const QString &databasePath);

} // namespace StoreSeal

} // namespace Holdfast
