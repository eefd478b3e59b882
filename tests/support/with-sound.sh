#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# with-sound.sh COMMAND…: runs the command with a sound server of its own, whose one sink plays to nobody and can be
# recorded at its monitor. norewinds keeps that sink from holding two seconds of sound back.
set -eu
place=$(mktemp -d)
env -u DBUS_SESSION_BUS_ADDRESS HOME="$place" XDG_RUNTIME_DIR="$place" pulseaudio -n --daemonize=no --use-pid-file=no --exit-idle-time=-1 \
    --disallow-exit --log-target="file:$place/log" \
    -L "module-native-protocol-unix socket=$place/socket auth-anonymous=1" \
    -L "module-null-sink sink_name=nobody format=s16le rate=48000 channels=2 norewinds=1" \
    </dev/null >/dev/null 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; rm -rf "$place"' EXIT
export PULSE_SERVER=unix:$place/socket
for _ in $(seq 200); do
    pactl info >/dev/null 2>&1 && break
    kill -0 "$server" 2>/dev/null || { cat "$place/log" >&2; echo "$0: the sound server did not start" >&2; exit 2; }
    sleep 0.02
done
"$@" && code=0 || code=$?
exit "$code"
