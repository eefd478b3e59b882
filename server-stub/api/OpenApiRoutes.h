// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Router.h"

namespace Holdfast {

/// GET /api/openapi.json: the contract, for machines; without a token.
void addOpenApiTo(Http::Router &router);

} // namespace Holdfast
