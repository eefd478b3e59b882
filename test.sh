#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds Holdfast and runs every test, with a screen, a keyring and a sound server of the
# tests' own. HOLDFAST_PRESET chooses another preset than test (dev, asan, tsan, release). Arguments go to ctest.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")"
preset=${HOLDFAST_PRESET:-test}

packaging/linux/install-dependencies.sh --test

echo "Checking the formatting"
git ls-files '*.h' '*.cpp' | xargs clang-format --dry-run -Werror

echo "Building preset $preset"
cmake --preset "$preset" >/dev/null
cmake --build --preset "$preset" -j "$(nproc)" -- --quiet
tests/clients/install-packages.sh "build/$preset/tests/clients/packages"

tests/support/with-keyring.sh tests/support/with-sound.sh tests/support/with-screen.sh \
    ctest --preset "$preset" --output-on-failure -j "$(($(nproc) + 1))" "$@" # some wait more than they work
