// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"

#include <stdexcept>

namespace Holdfast::Testing {

/// What a test or a bench can't go on without.
template <class T> T orThrow(Result<T> result)
{
    if (!result)
        throw std::runtime_error((result.error().message + u' ' + result.error().detail).toStdString());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace Holdfast::Testing
