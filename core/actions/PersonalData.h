// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/Session.h"

#include <QCoreApplication>

namespace Holdfast {

/// One person's data on this computer, for one server: a folder of its own in the profile, with the store, the cache
/// and who the person is (for starting offline). UI thread.
class PersonalData
{
    Q_DECLARE_TR_FUNCTIONS(Holdfast::PersonalData)

public:
    PersonalData(const QString &profile, const QUrl &server, const QString &username);

    Done keepUser(const User &user) const;
    std::optional<User> user() const; ///< as it was kept; none before the first sign-in

    /// Makes the folder where there is none. Conflict where another program has it open.
    Result<std::unique_ptr<QLockFile>> lock() const;

    enum class CacheKey {
        Kept,         ///< will be there again next time
        OfThisStart,  ///< the keyring is away
        InsteadOfLost ///< like that: the keyring is there, without the key of what lies here sealed
    };
    /// Under a key that is not kept the cache is another folder that goes with the session, and what was sealed under a
    /// kept key stays as it is.
    Result<std::shared_ptr<Session>> open(ApiClient &api, const Clock &clock, std::unique_ptr<QLockFile> lock,
                                          SecretKey cacheKey, CacheKey isKept) const;

private:
    Done makeFolder() const;
    tl::unexpected<Failure> notWritable(const QString &detail) const;
    Result<std::unique_ptr<LocalStore>> openStore(const std::optional<SecretKey> &textKey, CacheKey isKept,
                                                  Session &session) const;
    static void sayWhatIsAway(CacheKey isKept, Session &session);
    Result<std::unique_ptr<SealedCache>> openCache(const Clock &clock, SecretKey key, bool keyKept) const;
    Done restoreWiped(SealedCache &cache, bool keyKept) const;
    void sayWhatIsSealed(const SealedCache &cache, CacheKey isKept, bool isKeyLost, Session &session) const;

    QString m_profile;
    QString m_folder;
    QUrl m_server;
};

} // namespace Holdfast
