#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh [--server-only]: installs what is missing, builds Holdfast, starts the server with demo data in a fresh folder
# and opens the client, one click from signed in. Without a display it does the client's main job with holdfastctl and
# prints what it did. HOLDFAST_DATA names a folder that is to be kept instead.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
kept=${HOLDFAST_DATA:+$(readlink -m "$HOLDFAST_DATA")}
cd "$here"

server_only=
case "${1:-}" in
    '') ;;
    --server-only) server_only=yes ;;
    *) echo "usage: $0 [--server-only]" >&2; exit 2 ;;
esac

packaging/linux/install-dependencies.sh
echo "Building Holdfast (the first time takes some minutes)"
cmake --preset release >/dev/null
to_ninja=(--quiet)
[ ! -t 1 ] || to_ninja=() # a person sees how far it is
cmake --build --preset release -j "$(nproc)" --target holdfast-server holdfastctl holdfast -- "${to_ninja[@]}"
bin=$here/build/release/bin

work=$(mktemp -d)
server=
tell_why_the_server_ended() { # $1: its exit code
    case $1 in
        0 | 130 | 143) ;;
        *)
            cat "$work/server.err" >&2
            echo "The server ended with an error (exit code $1)." >&2
            ;;
    esac
}
finish() {
    if [ -n "$server" ]; then
        kill "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null && code=0 || code=$?
        tell_why_the_server_ended "$code"
    fi
    rm -rf "$work"
    if [ -n "$kept" ]; then
        echo "The demo has ended. Its recordings are kept in $kept."
    else
        echo "The demo has ended, and its recordings with it."
    fi
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

data=${kept:-$work/data}
listen=127.0.0.1:0
[ -z "$server_only" ] || listen=127.0.0.1:3000
touch "$work/server.out" "$work/server.err" # read below, perhaps before the server has begun
"$bin/holdfast-server" --data "$data" --listen "$listen" --demo >"$work/server.out" 2>"$work/server.err" &
server=$!
url=
while [ -z "$url" ]; do
    if ! kill -0 "$server" 2>/dev/null; then
        server=
        cat "$work/server.err" >&2
        echo "The server did not start." >&2
        exit 1
    fi
    url=$(sed -n 's/^listening on //p' "$work/server.out")
    [ -n "$url" ] || sleep 0.1
done
echo "The server listens on $url. Its data lies in $data."
echo "Sign in as alice or bob (agents), sam (supervisor) or ada (admin); the password is holdfast-demo."

if [ -n "$server_only" ]; then
    echo "Press Ctrl+C to end it."
    wait "$server" && code=0 || code=$?
    server=
    tell_why_the_server_ended "$code"
    exit "$code"
fi

(umask 077; echo holdfast-demo >"$work/password")
profile=$work/profile
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    "$bin/holdfast" --server "$url" --user alice --password-file "$work/password" --profile "$profile"
    exit
fi

echo
echo "There is no display here, so holdfastctl does what the window would do."
ctl=("$bin/holdfastctl" --server "$url" --user alice --password-file "$work/password" --profile "$profile")
call=$work/2026-11-20_1432_demo-call.wav
cp "$here/resources/demo/call-back.wav" "$call"
lead=$("${ctl[@]}" --json leads | jq -r '.[0].id')
echo "1. The leads of alice:"
"${ctl[@]}" leads | head -n 5
echo "2. Attaching $(basename "$call") to lead $lead:"
"${ctl[@]}" upload "$lead" "$call"
echo "3. The recordings of that lead:"
"${ctl[@]}" list "$lead"
id=$("${ctl[@]}" --json list "$lead" | jq -r --arg name "$(basename "$call")" '[.[] | select(.originalName == $name)][0].id')
echo "4. Fetching recording $id back:"
"${ctl[@]}" download "$id" "$work/back.wav"
cmp "$call" "$work/back.wav"
echo "   Byte for byte the same: $(sha256sum "$work/back.wav" | cut -d ' ' -f 1)"
