// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/GoOnSignedIn.h"

#include "actions/PersonalData.h"
#include "domain/WhenFinished.h"

#include <QPromise>

namespace Holdfast {

GoOnSignedIn::GoOnSignedIn(ApiClient &api, Keychain &keychain, QString profile, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_keychain(keychain)
    , m_profile(std::move(profile))
{
}

bool GoOnSignedIn::isSamePerson(const Session &open, const QUrl &server, const User &user)
{
    const auto place = [](const QUrl &url) { return url.adjusted(QUrl::StripTrailingSlash); };
    return place(open.server) == place(server) && open.user.id == user.id;
}

QFuture<Result<std::shared_ptr<Session>>> GoOnSignedIn::run(const std::shared_ptr<Session> &open,
                                                            const SignedIn &signedIn)
{
    using Answer = Result<std::shared_ptr<Session>>;
    if (const Done kept = PersonalData(m_profile, open->server, open->account).keepUser(signedIn.user); !kept)
        return finishedWith<Answer>(fail(kept.error()));
    auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    const auto goOn = [this, open, signedIn, promise] {
        open->user = signedIn.user;
        m_api.setToken(signedIn.token); // wakes all that waits for it
        promise->addResult(Answer(open));
        promise->finish();
    };
    const QFuture<Answer> future = promise->future();
    if (!open->tokenKept) {
        goOn();
        return future;
    }
    whenFinished(m_keychain.write(open->tokenName, signedIn.token), this, [open, goOn](const Done &kept) {
        if (!kept)
            open->keyringProblem = tr("This computer's keyring did not take the new sign-in, so it ends with the "
                                      "program. What waits here stays sealed on this computer. (%1)")
                                       .arg(kept.error().message);
        goOn();
    });
    return future;
}

} // namespace Holdfast
