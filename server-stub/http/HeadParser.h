// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Limits.h"
#include "http/Request.h"

#include <QByteArray>

#include <variant>

namespace Holdfast::Http {

/// Finds the head of a request in the bytes as they come, and checks what the grammar lets through: everything that
/// two HTTP programs could read in two ways is refused. One object per request.
class HeadParser
{
public:
    struct NeedsMore
    {
    };
    struct Head
    {
        Request request; ///< without peer, captures and caller
        qsizetype size = 0;
        int minorVersion = 1;
        bool chunked = false;
        bool keepAlive = true;
        bool expectsContinue = false;
    };
    struct Refusal
    {
        int status = 400;
        QString message;
    };

    explicit HeadParser(const Limits &limits);

    /// bytes: all that came since the last request's end, the same ones and more with each call.
    std::variant<NeedsMore, Head, Refusal> parse(QByteArrayView bytes);
    /// True once something other than empty lines has come.
    bool hasBegun() const { return m_scanned > m_skipped; }

private:
    std::optional<Refusal> scan(QByteArrayView bytes);

    qint64 m_headBytes;
    qint64 m_targetBytes;
    int m_headFields;
    qsizetype m_skipped = 0; ///< empty lines before the request, which are allowed (RFC 9112 §2.2)
    qsizetype m_scanned = 0;
    qsizetype m_lineStart = 0;
    bool m_inFields = false;
    bool m_found = false;
};

} // namespace Holdfast::Http
