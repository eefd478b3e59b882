#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# tools_test.sh: the programs that people fetch and play recordings with, whole and going on after a part.
. "$(dirname "$(readlink -f "$0")")/session.bash"
needs curl wget aria2c ffprobe ffmpeg mpv jq

token=$(token_of alice)
bearer="Authorization: Bearer $token"
tone call.wav 60
size=$(stat -c %s call.wav)
[ "$size" -gt $((8 << 20)) ] || fail "too short for four connections"
id=$(upload "$token" 1 call.wav | jq .id)
download=$HOLDFAST_URL/api/recordings/$id/download
stream=$HOLDFAST_URL/api/recordings/$id/stream
third=$((size / 3 + 1)) # an odd place, in the middle of a block of the sealed file

ffmpeg -nostdin -v error -i call.wav -t 20 -b:a 64k call.mp3
mp3=$(upload "$token" 1 call.mp3)
mp3stream=$HOLDFAST_URL/api/recordings/$(jq .id <<<"$mp3")/stream

curl_fetches_whole() {
    curl -sSf -H "$bearer" "$download" -o got.wav
    same_bytes call.wav got.wav
}

curl_goes_on_after_a_part() {
    head -c "$third" call.wav >got.wav
    curl -sSf -C - -H "$bearer" "$download" -o got.wav -D heads
    same_bytes call.wav got.wav
    grep -q "^Content-Range: bytes $third-$((size - 1))/$size" heads || fail "not from where it stopped: $(cat heads)"
}

curl_takes_the_offered_name() {
    (mkdir named && cd named && curl -sSf -OJ -H "$bearer" "$download")
    same_bytes call.wav named/call.wav
}

curl_with_a_whole_file_loads_nothing() {
    cp call.wav got.wav
    curl -sS -C - -H "$bearer" "$download" -o got.wav -D heads || true # some versions call the 416 an error
    same_bytes call.wav got.wav
    grep -q "^Content-Range: bytes \*/$size" heads || fail "no 416 with the size: $(cat heads)"
}

wget_fetches_whole() {
    wget -q --header "$bearer" -O got.wav "$download"
    same_bytes call.wav got.wav
}

wget_goes_on_after_a_part() {
    head -c "$third" call.wav >download
    wget -c -S --header "$bearer" "$download" 2>said
    same_bytes call.wav download
    grep -q '206 Partial Content' said || fail "it began again: $(cat said)"
    wget -c -S --header "$bearer" "$download" 2>said
    same_bytes call.wav download
}

aria2_fetches_over_four_connections() {
    aria2c --no-conf -q -x4 -s4 -k1M --log=aria.log --log-level=info --header="$bearer" -o aria.wav "$download"
    same_bytes call.wav aria.wav
    local ranges
    ranges=$(grep -c '^Range: bytes=[1-9]' aria.log || true)
    [ "$ranges" -ge 3 ] || fail "it asked for $ranges parts beyond the first"
}

aria2_goes_on_after_a_part() {
    head -c "$third" call.wav >part.wav
    aria2c --no-conf -q -c -x4 -s4 -k1M --header="$bearer" -o part.wav "$download"
    same_bytes call.wav part.wav
}

ffprobe_knows_the_sound() {
    equal "codec, rate, channels and duration" "pcm_s16le,44100,2,60.000000" \
        "$(ffprobe -v error -headers "$bearer"$'\r\n' -show_entries stream=codec_name,sample_rate,channels,duration \
            -of csv=p=0 "$stream")"
    local told measured
    told=$(jq .durationMs <<<"$mp3")
    measured=$(ffprobe -v error -headers "$bearer"$'\r\n' -show_entries format=duration -of csv=p=0 "$mp3stream")
    awk -v told="$told" -v measured="$measured" 'BEGIN { d = told - 1000 * measured; exit !(d < 50 && d > -50) }' ||
        fail "the server says $told ms and ffprobe $measured s"
}

ffmpeg_decodes_what_was_uploaded() {
    for pair in "call.wav $stream" "call.mp3 $mp3stream"; do
        read -r file url <<<"$pair"
        equal "the samples of $file" "$(ffmpeg -nostdin -v error -i "$file" -f hash -)" \
            "$(ffmpeg -nostdin -v error -headers "$bearer"$'\r\n' -i "$url" -f hash -)"
    done
}

ffmpeg_seeks() {
    ffmpeg -nostdin -v debug -headers "$bearer"$'\r\n' -ss 40 -i "$stream" -t 1 -f hash - >hash 2>said
    equal "the samples of the forty-first second" "$(ffmpeg -nostdin -v error -ss 40 -i call.wav -t 1 -f hash -)" "$(cat hash)"
    grep -q 'Range: bytes=[1-9]' said || fail "it read its way to the place"
}

mpv_reads_every_byte() {
    mpv --no-config --really-quiet --http-header-fields="$bearer" --stream-dump=got.wav "$stream"
    same_bytes call.wav got.wav
}

what_mpv_plays() { # OUT ADDRESS [OPTION…]: the last half but for a second, as the sound card would get it
    local out=$1 address=$2
    shift 2
    mpv --no-config --no-video --ao=pcm --ao-pcm-file="$out" --term-playing-msg='lasts ${=duration}' --start=50% --end=-1 \
        "$@" "$address" >said 2>&1 || fail "mpv: $(cat said)"
}

mpv_plays_from_the_middle() { # FILE SECONDS ADDRESS [OPTION…]
    local file=$1 seconds=$2
    shift 2
    what_mpv_plays wanted.wav "$file"
    what_mpv_plays got.wav "$@"
    sed -n 's/.*lasts //p' said | awk -v whole="$seconds" '{ d = $1 - whole } END { exit !(NR == 1 && d < 0.1 && d > -0.1) }' ||
        fail "the duration is not $seconds s: $(cat said)"
    ffprobe -v error -show_entries format=duration -of csv=p=0 got.wav |
        awk -v half="$((seconds / 2 - 1))" '{ d = $1 - half } END { exit !(d < 0.1 && d > -0.1) }' || fail "not half of it"
    same_bytes wanted.wav got.wav
}

mpv_plays_with_a_header_and_with_a_ticket() {
    mpv_plays_from_the_middle call.wav 60 "$stream" --http-header-fields="$bearer"
    mpv_plays_from_the_middle call.mp3 20 "$mp3stream" --http-header-fields="$bearer"
    local ticket
    ticket=$(curl -sSf -X POST -H "$bearer" "$HOLDFAST_URL/api/recordings/$id/ticket" | jq -r .url)
    mpv_plays_from_the_middle call.wav 60 "$HOLDFAST_URL$ticket"
}

without_a_token_nobody_gets_a_byte() {
    rm -f got.wav
    ! curl -sSf "$download" -o got.wav 2>said || fail "curl got it"
    ! wget -q -O got.wav "$download" || fail "wget got it"
    ! aria2c --no-conf -q -o got.wav "$download" || fail "aria2c got it"
    ! ffprobe -v error "$stream" 2>said || fail "ffprobe got it"
    ! mpv --no-config --really-quiet --no-video --ao=null "$stream" || fail "mpv got it"
    [ ! -s got.wav ] || fail "bytes came: $(head -c 200 got.wav)"
}

curl_fetches_whole
curl_goes_on_after_a_part
curl_takes_the_offered_name
curl_with_a_whole_file_loads_nothing
wget_fetches_whole
wget_goes_on_after_a_part
aria2_fetches_over_four_connections
aria2_goes_on_after_a_part
ffprobe_knows_the_sound
ffmpeg_decodes_what_was_uploaded
ffmpeg_seeks
mpv_reads_every_byte
mpv_plays_with_a_header_and_with_a_ticket
without_a_token_nobody_gets_a_byte
