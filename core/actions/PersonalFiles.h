// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/SecretKey.h"
#include "domain/Result.h"

#include <QString>
#include <QUrl>

#include <optional>
#include <vector>

namespace Holdfast {

class SealedCache;

/// What lies where in one person's folder, and how its database goes into the sealed cache and comes back while that
/// person's data is wiped.
namespace PersonalFiles {

QString folderOf(const QString &profile, const QUrl &server, const QString &username);

inline constexpr QLatin1String lockFile("/lock");
inline constexpr QLatin1String personFile("/person.json");
inline constexpr QLatin1String keyringNameFile("/keyring-name"); ///< actions/PersonalSecrets.h
inline constexpr QLatin1String filtersFile("/filters.ini");      ///< local/KeptFilters.h
inline constexpr QLatin1String databaseFile("/local.sqlite");
inline constexpr QLatin1String cacheFolder("/cache");
inline constexpr QLatin1String cachesOfOneStart("/cache-of-this-start"); ///< folders, one for each time
inline constexpr QLatin1String wipeMarkFile("/wiping.json");             ///< there while a wipe is not over

/// Nothing of it is left unsealed. Slow: pool thread.
Done sealDatabase(const QString &folder, SealedCache &cache);
/// Where one was sealed and is not back yet. One that lies there already gives way once nothing of it is unsent; until
/// then the sealed one waits.
Done restoreDatabase(const QString &folder, SealedCache &cache);
Done removeSealed(SealedCache &cache);
bool isDatabaseSealed(const SealedCache &cache);
bool hasSealedDatabase(const QString &folder); ///< without the cache being open
bool isDatabase(const QString &nameInCache);

struct Opening
{
    bool isSealed = false;        ///< something that the server may not have lies there sealed
    std::optional<SecretKey> key; ///< the one of those that opens it
};
/// Whoever calls holds the folder's lock.
Result<Opening> keyThatOpens(const QString &folder, const std::vector<SecretKey> &keys);
Done removeDatabase(const QString &folder);

} // namespace PersonalFiles

} // namespace Holdfast
