// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>

namespace Holdfast {

/// What the server said, in the language of this program: servers speak English. Of the sentences in the catalogue the
/// translation is given, with what differs from time to time (a number, a name) as it came; all others stay as they
/// came, so nothing that a server says is lost. Any thread.
QString inOwnLanguage(const QString &said);

/// The catalogue: each is a sentence of holdfast-server as its sources have it, "%1", "%2" stand for what differs.
std::span<const char *const> serverSentences();

} // namespace Holdfast
