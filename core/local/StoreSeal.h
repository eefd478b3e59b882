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
    Open,        ///< what is sealed can be read, and whatever is written from now on will be sealed
    Plain,       ///< there is no key, and nothing was ever sealed: texts lie there as they are
    StartedOver, ///< it was sealed with another key, which is lost, and so is what was written: everything that the
                 ///< server has comes anew, and recordings that wait are still there, without their notes
};

/// The key of the texts, from the key of the sealed files.
SecretKey textKey(const SecretKey &cacheKey);

/// Seals what lies there as text. NotSignedIn where the store is sealed and there is no key: nothing was touched.
Result<Outcome> apply(Database &database, const std::optional<SecretKey> &key);

} // namespace StoreSeal

} // namespace Holdfast
