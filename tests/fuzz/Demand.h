// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>

/// A property that holds for every input; libFuzzer keeps the input that breaks it.
inline void demand(bool holds)
{
    if (!holds)
        std::abort();
}
