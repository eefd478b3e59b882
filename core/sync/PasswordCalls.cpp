// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/PasswordCalls.h"

#include "contract/Routes.h"
#include "sync/WireCall.h"

namespace Holdfast {

QFuture<Result<SignedIn>> PasswordCalls::change(const QByteArray &current, const QByteArray &wanted)
{
    auto promise = std::make_shared<QPromise<Result<SignedIn>>>();
    promise->start();
    Wire *wire = &m_api.wire();
    const QJsonObject body{{QLatin1String("currentPassword"), QString::fromUtf8(current)},
                           {QLatin1String("newPassword"), QString::fromUtf8(wanted)}};
    wire->setTokenReplaced(Routes::password);
    const auto asked = sendOver<SignedIn>(*wire, "POST", Routes::password, body, [](const QByteArray &answer) {
        return objectFrom<SignedIn>(answer, signedInFromJson);
    });
    whenFinished(asked, wire, [wire, promise](const Result<SignedIn> &signedIn) {
        if (signedIn)
            wire->setToken(signedIn->token);
        wire->setTokenReplaced({});
        promise->addResult(signedIn);
        promise->finish();
    });
    return promise->future();
}

} // namespace Holdfast
