// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Failure.h"

#include <tl/expected.hpp>

namespace Holdfast {

/// Either the value or why there is none.
template <class T> using Result = tl::expected<T, Failure>;
using Done = Result<void>;

inline tl::unexpected<Failure> fail(FailureKind kind, QString message, QString detail = {})
{
    return tl::unexpected<Failure>(Failure{kind, std::move(message), std::move(detail), std::nullopt});
}

inline tl::unexpected<Failure> fail(Failure failure)
{
    return tl::unexpected<Failure>(std::move(failure));
}

} // namespace Holdfast
