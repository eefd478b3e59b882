// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/Hkdf.h"

#include "crypto/SodiumStart.h"

#include <sodium.h>

#include <algorithm>
#include <array>

namespace Holdfast {

bool hkdfExpandSha512(QByteArrayView pseudoRandomKey, QByteArrayView info, std::span<unsigned char> out)
{
    if (out.size() > longestHkdfSha512)
        return false;
    startSodium();
    std::array<unsigned char, crypto_auth_hmacsha512_BYTES> block;
    crypto_auth_hmacsha512_state state;
    std::size_t done = 0;
    for (unsigned char counter = 1; done < out.size(); ++counter) {
        crypto_auth_hmacsha512_init(&state, reinterpret_cast<const unsigned char *>(pseudoRandomKey.data()),
                                    static_cast<size_t>(pseudoRandomKey.size()));
        if (counter > 1)
            crypto_auth_hmacsha512_update(&state, block.data(), block.size());
        crypto_auth_hmacsha512_update(&state, reinterpret_cast<const unsigned char *>(info.data()),
                                      static_cast<size_t>(info.size()));
        crypto_auth_hmacsha512_update(&state, &counter, 1);
        crypto_auth_hmacsha512_final(&state, block.data());
        const std::size_t taken = std::min(block.size(), out.size() - done);
        std::copy_n(block.begin(), taken, out.begin() + static_cast<std::ptrdiff_t>(done));
        done += taken;
    }
    sodium_memzero(block.data(), block.size());
    sodium_memzero(&state, sizeof state);
    return true;
}

} // namespace Holdfast
