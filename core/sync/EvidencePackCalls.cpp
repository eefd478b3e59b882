// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/EvidencePackCalls.h"

#include "sync/EvidencePackTransfer.h"

namespace Holdfast {

std::unique_ptr<Transfer> EvidencePackCalls::make(const EvidenceRequest &request, QIODevice &to)
{
    return std::make_unique<EvidencePackTransfer>(m_api.wire(), request, to);
}

} // namespace Holdfast
