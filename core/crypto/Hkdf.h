// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <span>

namespace Holdfast {

/// The longest output that RFC 5869 allows with SHA-512.
inline constexpr std::size_t longestHkdfSha512 = 255 * 64;

/// HKDF-Expand with SHA-512 (RFC 5869, the second of its two steps alone): fills `out`. False, and `out` is left as it
/// was, where it is longer than longestHkdfSha512.
[[nodiscard]] bool hkdfExpandSha512(QByteArrayView pseudoRandomKey, QByteArrayView info, std::span<unsigned char> out);

} // namespace Holdfast
