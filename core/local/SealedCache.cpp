// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/SealedCache.h"
