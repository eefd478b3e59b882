// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/EvidenceJson.h"
#include "sync/ApiClient.h"

#include <QCoreApplication>

namespace Holdfast {

/// Evidence packs of the server. UI thread; goes before the ApiClient.
class EvidencePackCalls
{
    Q_DECLARE_TR_FUNCTIONS(Holdfast::EvidencePackCalls)
public:
    explicit EvidencePackCalls(ApiClient &api)
        : m_api(api)
    {
    }

    /// Writes to the device as it comes. It can't be resumed: each is another, and each is in the audit log. Whether
    /// what came is whole, its verification tells, not this.
    std::unique_ptr<Transfer> make(const EvidenceRequest &request, QIODevice &to);

private:
    ApiClient &m_api;
};

} // namespace Holdfast
