// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/CacheUpkeep.h"
#include "domain/Clock.h"
#include "domain/User.h"
#include "local/FilingRules.h"
#include "local/KeptFilters.h"
#include "local/LocalStore.h"
#include "local/RecordingSources.h"
#include "local/SealedCache.h"
#include "local/ShownLanguage.h"
#include "sync/ApiClient.h"
#include "sync/SyncLoop.h"

#include <QLockFile>

namespace Holdfast {

/// What exists while somebody is signed in: the person, the store and the cache of that person on that server, and the
/// loop that sends, which whoever took the session starts. Made by SignIn; UI thread.
struct Session
{
    ~Session();
    void close(); ///< lets go of all local data; what refers to it is of no use any more

    User user;
    QUrl server;
    QString account;                 ///< the user name as it was typed at the sign-in; names what the keyring holds
    QString tokenName;               ///< the name in the keyring of this sign-in
    std::unique_ptr<QLockFile> lock; ///< one program at a time works on this person's local data
    std::unique_ptr<LocalStore> store;
    std::shared_ptr<SealedCache> cache; ///< shared with work in the pool, which may end after the session
    std::unique_ptr<SyncLoop> sync;
    std::unique_ptr<CacheUpkeep> upkeep;
    bool tokenKept = false;     ///< false: no keyring, this sign-in ends with the program
    FilingRules filing;         ///< how names of files are read
    RecordingSources sources;   ///< the watched folders
    ShownLanguage language;     ///< as it was chosen; the window may still speak another
    KeptFilters filters;        ///< of recordings, under names
    bool isEarlierAway = false; ///< what was done before on this computer can't be opened this time
    QString storeProblem;       ///< the sentence about what is kept on this computer; empty where all is well
    QString keyringProblem;     ///< the sentence about it, empty where all is well
};

} // namespace Holdfast
