// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/ChangePassword.h"

#include "domain/Credentials.h"
#include "domain/WhenFinished.h"

#include <QPromise>

namespace Holdfast {

namespace {

/// Everything else the server says itself.
Failure inWords(Failure failure)
{
    if (failure.kind == FailureKind::Unreachable)
        failure.message = ChangePassword::tr("The server gave no answer, so nobody knows whether the password was "
                                             "changed. Where you are asked to sign in, try the new one first.");
    return failure;
}

} // namespace

ChangePassword::ChangePassword(ApiClient &api, Keychain &keychain, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_keychain(keychain)
{
}

QFuture<Result<ChangePassword::Changed>> ChangePassword::run(const std::shared_ptr<Session> &session,
                                                             const QByteArray &current, const QByteArray &wanted)
{
    if (const Done checked = checkPassword(wanted); !checked)
        return finishedWith<Result<Changed>>(fail(checked.error()));
    auto promise = std::make_shared<QPromise<Result<Changed>>>();
    promise->start();
    const auto answer = [promise](const Result<Changed> &changed) {
        promise->addResult(changed);
        promise->finish();
    };
    whenFinished(PasswordCalls(m_api).change(current, wanted), this, [=, this](const Result<SignedIn> &signedIn) {
        if (!signedIn)
            return answer(fail(inWords(signedIn.error())));
        if (!session->tokenKept)
            return answer(Changed());
        whenFinished(m_keychain.write(session->tokenName, signedIn->token), this, [=](const Done &kept) {
            session->tokenKept = kept.has_value();
            answer(kept ? Changed()
                        : Changed{tr("The password is changed. This computer's keyring did not take the new sign-in, "
                                     "so it ends with the program. (%1)")
                                      .arg(kept.error().message)});
        });
    });
    return promise->future();
}

} // namespace Holdfast
