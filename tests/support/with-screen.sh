#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# with-screen.sh COMMAND…: runs the command with an X screen of its own (Xvfb, 1920×1080), which ends with it.
set -eu
place=$(mktemp -d)
mkfifo "$place/display"
Xvfb -displayfd 3 -screen 0 1920x1080x24 -nolisten tcp 3>"$place/display" >/dev/null 2>&1 &
screen=$!
trap 'kill "$screen" 2>/dev/null || true; wait "$screen" 2>/dev/null || true; rm -rf "$place"' EXIT
read -r number <"$place/display"
unset WAYLAND_DISPLAY
DISPLAY=:$number "$@" && code=0 || code=$?
exit "$code"
