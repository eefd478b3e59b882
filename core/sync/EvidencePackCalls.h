// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/EvidenceJson.h"
#include "sync/ApiClient.h"

namespace Holdfast {

/// Evidence packs of the server. UI thread; goes before the ApiClient.
class EvidencePackCalls
{
public:
    explicit EvidencePackCalls(ApiClient &api)
        : m_api(api)
    {
    }

    /// Writes to the device as it comes, and can't be resumed. Begins at once.
    std::unique_ptr<Transfer> make(const EvidenceRequest &request, QIODevice &to);

private:
    ApiClient &m_api;
};

} // namespace Holdfast
