// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Holdfast::Http {

/// Tells the other end that nothing more comes, and goes on reading; Qt's sockets can only close both ways.
void halfClose(qintptr socketDescriptor);

/// How many files and sockets this process may have open.
int openFilesLimit();

} // namespace Holdfast::Http
