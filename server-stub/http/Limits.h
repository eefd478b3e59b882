// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace Holdfast::Http {

/// What one client may cost. Tests pass small ones.
struct Limits
{
    qint64 headBytes = 16 * 1024;
    qint64 targetBytes = 8 * 1024; ///< path and query, as they came
    int headFields = 100;
    qint64 bodyBytes = 52'428'800 + 64 * 1024;   ///< refused before it is read; routes with small bodies refuse earlier
    std::chrono::milliseconds headTime{10'000};  ///< from the first byte to the end of the head
    std::chrono::milliseconds idleTime{30'000};  ///< keep-alive without a request
    std::chrono::milliseconds stallTime{15'000}; ///< no byte moved in either direction
    qint64 bodyBytesPerSecond = 4096;            ///< slowest body that is tolerated, once slowBodyTime is over
    std::chrono::milliseconds slowBodyTime{30'000};
    std::chrono::milliseconds handshakeTime{5'000};
    int connections = 0;            ///< 0: half of what the process may open
    int connectionsPerAddress = 0;  ///< 0: no limit of its own
    qint64 writeAhead = 256 * 1024; ///< bytes that wait for a slow reader, TLS included
    qint64 readAhead = 256 * 1024;
    qint64 lingerBytes = 64 * 1024 * 1024; ///< read and thrown away after a refusal
    std::chrono::milliseconds lingerTime{2'000};
};

} // namespace Holdfast::Http
