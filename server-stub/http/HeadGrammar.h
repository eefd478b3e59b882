// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Headers.h"

#include <QByteArrayView>

#include <optional>

namespace Holdfast::Http {

/// A request head as the grammar of RFC 9112 sees it; what it means is HeadParser's.
struct HeadGrammar
{
    QByteArray method;
    QByteArray target;
    int minorVersion = 1; ///< of HTTP/1
    Headers headers;

    /// The whole head, its empty line included. None where it breaks the grammar.
    static std::optional<HeadGrammar> parse(QByteArrayView head);
};

} // namespace Holdfast::Http
