// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "domain/User.h"
#include "local/LocalStore.h"
#include "local/SealedCache.h"
#include "sync/ApiClient.h"
#include "sync/SyncLoop.h"

namespace Holdfast {

/// What exists while somebody is signed in: the person, the store and the cache of that person on that server, and the
/// loop that sends and fetches. Made by SignIn; UI thread.
struct Session
{
    User user;
    QUrl server;
    std::unique_ptr<LocalStore> store;
    std::unique_ptr<SealedCache> cache;
    std::unique_ptr<SyncLoop> sync;
    bool tokenKept = false; ///< false: no keyring, this sign-in ends with the program
    QString keyringProblem; ///< the sentence about it, empty where all is well
};

} // namespace Holdfast
