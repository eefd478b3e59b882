// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/SearchTerms.h"

#include <QJsonObject>
#include <QUrlQuery>

namespace Holdfast {

/// What is looked for, as the parameters of GET /api/recordings; those that ask for nothing are left out. Without page.
QUrlQuery searchParameters(const SearchTerms &terms);

/// The same as an object, for a hold over what is found; without an order.
QJsonObject searchObject(const SearchTerms &terms);

} // namespace Holdfast
