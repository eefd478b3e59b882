#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# install-dependencies.sh [--test]: installs what is missing to build and run Holdfast (and, with --test, to test it) on
# Debian 12 and 13 and Ubuntu 24.04. On other systems it says what is needed and fails.
set -euo pipefail

build=(g++ cmake ninja-build pkg-config git
    qt6-base-dev qt6-base-dev-tools qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools 'libqt6svg6-dev|qt6-svg-dev'
    'qt6-charts-dev|libqt6charts6-dev' libqt6opengl6-dev qt6-multimedia-dev libgl1-mesa-dev libvulkan-dev libxkbcommon-dev
    libavformat-dev libavcodec-dev libswresample-dev libavutil-dev libebur128-dev libsoundtouch-dev
    libsodium-dev libssl-dev qtkeychain-qt6-dev libphonenumber-dev libexpected-dev libboost-dev rapidjson-dev)
run=(libqt6sql6-sqlite qt6-qpa-plugins qt6-translations-l10n fonts-noto-core jq)
test=(xvfb xauth dbus gnome-keyring pulseaudio pulseaudio-utils ffmpeg sox libsox-fmt-mp3 lame espeak-ng python3
    python3-requests curl wget aria2 mpv nodejs npm 'chromium|google-chrome-stable' sqlite3 clang-format lld)

wanted=("${build[@]}" "${run[@]}")
[ "${1:-}" != --test ] || wanted+=("${test[@]}")

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    echo "This system has no apt-get. Holdfast needs a C++20 compiler, CMake 3.24, Ninja, Qt 6.4 or later (Base, Svg, Charts," >&2
    echo "Multimedia, Tools, SQLite driver), FFmpeg's libraries, libebur128, SoundTouch, libsodium, OpenSSL, QtKeychain, libphonenumber," >&2
    echo "Boost 1.74, RapidJSON and tl-expected. Install them and build with: cmake --preset release && cmake --build --preset release" >&2
    exit 1
fi

# A package that provides another stands for it: some builds of nodejs bring npm and refuse Debian's.
installed=$(dpkg-query -W -f='${db:Status-Status} ${Package} ${Provides}\n' | sed -n 's/^installed //p' | tr -s ' ,' '\n')
is_installed() { grep -qxF "$1" <<<"$installed"; }

missing=()
for names in "${wanted[@]}"; do
    found=
    IFS='|' read -ra alternatives <<<"$names"
    for name in "${alternatives[@]}"; do
        if is_installed "$name"; then found=yes; fi
    done
    [ -n "$found" ] || missing+=("$names")
done
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "Install these as root first: ${missing[*]}" >&2; exit 1; }
    as_root=(sudo)
fi
echo "Installing ${#missing[@]} packages: ${missing[*]}"
"${as_root[@]}" apt-get -qq update
chosen=()
for names in "${missing[@]}"; do
    IFS='|' read -ra alternatives <<<"$names"
    for name in "${alternatives[@]}"; do
        if apt-cache show "$name" >/dev/null 2>&1; then chosen+=("$name"); break; fi
    done
done
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "${chosen[@]}" >/dev/null
