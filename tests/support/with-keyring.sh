#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# with-keyring.sh COMMAND…: runs the command with a session bus and an unlocked keyring of its own, in home and runtime
# folders of its own, and ends and removes all of them afterwards. The exit code is the command's.
set -eu

if [ "${1:-}" != --inside ]; then
    [ $# -gt 0 ] || { echo "usage: $0 COMMAND…" >&2; exit 2; }
    for needed in dbus-run-session dbus-send gnome-keyring-daemon; do
        command -v "$needed" >/dev/null || { echo "$0: $needed is not installed" >&2; exit 2; }
    done
    place=$(mktemp -d)
    trap 'rm -rf "$place"' EXIT
    mkdir -m 0700 "$place/home" "$place/data" "$place/config" "$place/cache" "$place/runtime"
    HOME=$place/home XDG_DATA_HOME=$place/data XDG_CONFIG_HOME=$place/config XDG_CACHE_HOME=$place/cache \
        XDG_RUNTIME_DIR=$place/runtime HOLDFAST_TEST_KEYRING=1 dbus-run-session -- "$0" --inside "$@" && exit 0 || exit $?
fi

shift
printf 'a password for tests' | gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null 2>&1 &
keyring=$!
trap 'kill "$keyring" 2>/dev/null || true; wait "$keyring" || true' EXIT

keyring_is_there() {
    dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner \
        string:org.freedesktop.secrets 2>/dev/null | grep -q 'boolean true'
}
for _ in $(seq 200); do
    keyring_is_there && break
    kill -0 "$keyring" 2>/dev/null || break
    sleep 0.02
done
keyring_is_there || { echo "$0: the keyring did not start" >&2; exit 2; }

"$@" && code=0 || code=$?
exit "$code"
