// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/EvidencePackCalls.h"

#include "contract/Routes.h"
#include "sync/StreamTransfer.h"

namespace Holdfast {

namespace {

constexpr std::chrono::seconds silence{60}; // the server looks through each recording before it sends it

} // namespace

std::unique_ptr<Transfer> EvidencePackCalls::make(const EvidenceRequest &request, QIODevice &to)
{
    const QByteArray body = QJsonDocument(toJson(request)).toJson(QJsonDocument::Compact);
    const auto ask = [body](Wire &wire) {
        QNetworkRequest call = wire.request(Routes::evidencePacks, silence);
        call.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
        call.setRawHeader("Accept-Encoding", "identity");
        return wire.send("POST", call, body);
    };
    return std::make_unique<StreamTransfer>(
        m_api.wire(), ask,
        StreamWords{tr("The pack can't be written on this computer: %1"),
                    tr("The pack broke off before its end. The recordings are safe on the server. Try again."),
                    tr("Stopped. The recordings are safe on the server.")},
        to);
}

} // namespace Holdfast
