#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# with-server.sh SERVER COMMAND…: runs the command while a holdfast-server with the demo's people serves on a free port.
# The command finds the address in HOLDFAST_URL, the server's data in HOLDFAST_DATA, the printed examples in
# HOLDFAST_EXAMPLES, and stands in an empty folder of its own, which is its HOME and goes afterwards: nobody's .curlrc or
# mpv.conf has a say. It fails where the command fails, and where the server does not end cleanly when told to.
set -euo pipefail
program=$1
shift
here=$(dirname "$(readlink -f "$0")")
command -v "$1" >/dev/null || { echo "$1 is not installed; ./test.sh installs what the tests need" >&2; exit 1; }
place=$(mktemp -d)
server=
finish() {
    code=$?
    trap - EXIT
    if [ -n "$server" ]; then
        kill "$server" 2>/dev/null || true
        wait "$server" && ended=0 || ended=$?
        if [ "$ended" -ne 0 ]; then
            echo "The server ended with exit code $ended." >&2
            [ "$code" -ne 0 ] || code=1
        fi
    fi
    if [ "$code" -ne 0 ] && [ -s "$place/log" ]; then
        echo "The server said:" >&2
        cat "$place/log" >&2
    fi
    rm -rf "$place"
    exit "$code"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

mkdir "$place/work"
"$here/printed-examples.py" "$place/examples"
mkfifo "$place/says"
"$program" --data "$place/data" --listen 127.0.0.1:0 --demo >"$place/says" 2>"$place/log" &
server=$!
exec 3<"$place/says" # stays open, or the server would write to nobody
url=
while [ -z "$url" ]; do
    IFS= read -r line <&3 || { echo "The server did not start." >&2; exit 1; }
    url=$(sed -n 's/^listening on //p' <<<"$line")
done

unset http_proxy https_proxy all_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY # the way to this server is short
export HOLDFAST_URL=$url HOLDFAST_DATA=$place/data HOLDFAST_EXAMPLES=$place/examples HOME=$place/work
cd "$place/work"
"$@"
