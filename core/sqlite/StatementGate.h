// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"

#include <QByteArrayView>

#include <functional>

namespace Holdfast {

/// Asked before each statement that a connection runs: a failure is its answer then, and the statement does not run. So
/// a test learns what becomes of things when any one of them fails. None: all run. Called in each connection's thread.
using StatementGate = std::function<Done(QByteArrayView statement)>;

} // namespace Holdfast
