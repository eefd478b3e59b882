#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# make-media-corpus.sh DIRECTORY: makes the media files that the tests read, and what is true about them.
#
# good.tsv     file, format, has video (0 or 1), truncated (0 or 1), decoded samples per channel, channels, rate
#              where the samples are those that the ffmpeg program decodes, or, where it decodes less or more than
#              there is, those that are there by construction
# notmedia.tsv file: what must be refused
# damaged/     files that may be anything but must do no harm
set -euo pipefail

for program in ffmpeg sox lame espeak-ng python3; do
    command -v "$program" >/dev/null || {
        echo "The media tests need the program $program, which is not installed (Debian: apt-get install ffmpeg sox lame espeak-ng python3)." >&2
        exit 1
    }
done

made=$1
rm -rf "$made.part"
mkdir -p "$made.part/damaged"
cd "$made.part"
: >notmedia.tsv
mkdir rows

ff() { ffmpeg -nostdin -v error -y "$@"; }

# decoded FILE: samples per channel, channels and rate of what ffmpeg decodes, with tabs between.
decoded() {
    local truth=rows/$1.wav channels rate bytes
    ff -i "$1" -map 0:a:0 -c:a pcm_s16le -bitexact -f wav "$truth" 2>/dev/null || true
    channels=$(od -An -tu2 -j22 -N2 "$truth" | tr -d ' ')
    rate=$(od -An -tu4 -j24 -N4 "$truth" | tr -d ' ')
    bytes=$(stat -c %s "$truth")
    printf '%s\t%s\t%s' $(((bytes - 44) / 2 / channels)) "$channels" "$rate"
    rm -f "$truth"
}

# good FILE FORMAT [VIDEO [TRUNCATED [SAMPLES CHANNELS RATE]]]: enters a file that must be taken. Decoding is done beside
# the making of the next files; enter_rows waits for it.
rows=0
good() {
    rows=$((rows + 1))
    row "$(printf 'rows/%04d' $rows)" "$@" &
    if ((rows % 4 == 0)); then wait; fi
}
row() {
    local to=$1 truth
    shift
    if [ $# -ge 7 ]; then truth=$(printf '%s\t%s\t%s' "$5" "$6" "$7"); else truth=$(decoded "$1"); fi
    printf '%s\t%s\t%s\t%s\t%s\n' "$1" "$2" "${3:-0}" "${4:-0}" "$truth" >"$to"
}
enter_rows() {
    wait
    cat rows/???? >good.tsv
    [ "$(grep -c . good.tsv)" = $rows ] || {
        echo "ffmpeg did not decode all of the files that it made." >&2
        exit 1
    }
    rm -r rows
}

notmedia() { printf '%s\n' "$1" >>notmedia.tsv; }

# The first N bytes of a file under another name.
cut_off() { head -c "$3" "$1" >"$2"; }

# --- A call of two voices, and two tones that tell the channels apart -------------------------------------------------
espeak-ng -v en-gb -s 170 -w agent.wav "Good morning, this is Holdfast. How can I help you today?"
espeak-ng -v en-us -p 30 -s 165 -w customer.wav "Hello. I would like to change my address, please."
sox -R agent.wav -r 44100 -c 1 left.wav pad 0 3.5 2>/dev/null
sox -R customer.wav -r 44100 -c 1 right.wav pad 3.6 0 2>/dev/null
sox -R -M left.wav right.wav -b 16 call44.wav trim 0 323071s 2>/dev/null
sox -R call44.wav -r 8000 call8.wav 2>/dev/null
rm -f agent.wav customer.wav left.wav right.wav
ff -f lavfi -i "sine=frequency=440:sample_rate=8000:duration=10" -f lavfi -i "sine=frequency=1000:sample_rate=8000:duration=10" \
    -filter_complex "[0][1]join=inputs=2:channel_layout=stereo" -c:a pcm_s16le -bitexact tones.wav
good call44.wav wav
good call8.wav wav
good tones.wav wav

# --- WAV --------------------------------------------------------------------------------------------------------------
codecs="pcm_u8 pcm_s24le pcm_s32le pcm_f32le pcm_f64le pcm_mulaw pcm_alaw adpcm_ms adpcm_ima_wav"
outputs=()
for codec in $codecs; do outputs+=(-c:a "$codec" "wav-$codec.wav"); done
ff -i call8.wav "${outputs[@]}"
for codec in $codecs; do good "wav-$codec.wav" wav; done
ff -stream_loop 5 -i tones.wav -c:a adpcm_ms wav-adpcm-long.wav
good wav-adpcm-long.wav wav
sox -R call8.wav -c 1 -e gsm-full-rate wav-gsm.wav
good wav-gsm.wav wav
ff -i call44.wav -c:a libmp3lame -b:a 64k wav-mp3.wav
good wav-mp3.wav wav
ff -i call8.wav -c:a pcm_s16le -rf64 always wav-rf64.wav
good wav-rf64.wav wav
ff -i call8.wav -ac 1 -c:a pcm_s16le wav-mono.wav
good wav-mono.wav wav
python3 - <<'PY'
import struct
wav = open('call8.wav', 'rb').read()
at = wav.index(b'data')
def with_size(name, size):
    open(name, 'wb').write(wav[:at + 4] + struct.pack('<I', size) + wav[at + 8:])
with_size('wav-size-zero.wav', 0)
with_size('wav-size-unknown.wav', 0xffffffff)
with_size('wav-size-small.wav', 2 * 2 * 8000 * 3)
with_size('wav-size-large.wav', len(wav) * 7)
open('wav-junk-behind.wav', 'wb').write(wav + b'LIST\x03\x00\x00\x00ab')
open('wav-truncated.wav', 'wb').write(wav[:at + 8 + 2 * 2 * 8000 * 3])
open('mp3.wav', 'wb').close()
PY
samples=$(( $(soxi -s call8.wav) ))
good wav-size-zero.wav wav 0 0 "$samples" 2 8000
good wav-size-unknown.wav wav 0 0 "$samples" 2 8000
good wav-size-small.wav wav 0 0 24000 2 8000
good wav-size-large.wav wav 0 1 "$samples" 2 8000
good wav-junk-behind.wav wav 0 0 "$samples" 2 8000
good wav-truncated.wav wav 0 1 24000 2 8000

# --- MP3 --------------------------------------------------------------------------------------------------------------
lame --quiet -b 64 --cbr call44.wav mp3-cbr.mp3
lame --quiet -b 64 --cbr -t call44.wav mp3-cbr-no-xing.mp3
lame --quiet -V 5 call44.wav mp3-vbr.mp3
lame --quiet -V 5 -t call44.wav mp3-vbr-no-xing.mp3
lame --quiet -V 7 --resample 8 -t call8.wav mp3-vbr-8k-no-xing.mp3
lame --quiet --abr 40 -m m --tt Call --ta Holdfast --add-id3v2 --pad-id3v2 call44.wav mp3-tagged-mono.mp3
ff -i call44.wav -c:a libmp3lame -q:a 6 mp3-lavc.mp3
cp mp3-vbr.mp3 mp3.wav
cat mp3-cbr-no-xing.mp3 mp3-cbr-no-xing.mp3 >mp3-joined.mp3
cat mp3-tagged-mono.mp3 mp3-tagged-mono.mp3 >mp3-joined-tagged.mp3
ff -i call8.wav -ac 1 -c:a libmp3lame -b:a 8k -write_xing 0 -id3v2_version 0 mp3-8k-mono-no-xing.mp3
ff -i call44.wav -ar 48000 -ac 1 -c:a libmp3lame -q:a 9 -write_id3v1 1 mp3-48k-mono.mp3
python3 - <<'PY'
import random, struct
random.seed(3)
vbr = open('mp3-vbr-no-xing.mp3', 'rb').read()
frame = bytearray(417) # 128 kbit/s at 44.1 kHz
frame[:4] = b'\xff\xfb\x90' + vbr[3:4]
frame[36:62] = b'VBRI' + struct.pack('>HHHIIHHHH', 1, 0, 50, 417 + len(vbr), 282, 0, 1, 2, 1)
open('mp3-vbri.mp3', 'wb').write(bytes(frame) + vbr)
cover = bytearray(random.randbytes(30_000))
cover[1000:2000] = b'\xff\xfb\x90\x00' * 250
item = struct.pack('<II', len(cover), 2) + b'Cover Art (Front)\0' + bytes(cover)
def ape(flags): return b'APETAGEX' + struct.pack('<IIII8x', 2000, len(item) + 32, 1, flags)
tag = ape(0xa0000000) + item + ape(0x80000000)
id3v1 = b'TAG' + b'Call'.ljust(125, b'\0')
def size(n): return bytes(n >> shift & 127 for shift in (21, 14, 7, 0))
picture = bytes(cover) # APIC
body = b'APIC' + size(len(picture)) + b'\0\0' + picture + bytes(5000)
id3v2 = b'ID3\4\0\0' + size(len(body)) + body
open('mp3-ape-behind.mp3', 'wb').write(vbr + tag + id3v1)
open('mp3-ape-before.mp3', 'wb').write(tag + vbr)
xing = open('mp3-vbr.mp3', 'rb').read()
open('mp3-all-tags.mp3', 'wb').write(id3v2 + id3v2 + xing + tag + id3v1)
open('damaged/noise-between.mp3', 'wb').write(vbr + random.randbytes(3000) + vbr)
at = xing.index(b'Xing') + 8
frames = struct.unpack('>I', xing[at:at + 4])[0]
open('mp3-xing-too-many.mp3', 'wb').write(xing[:at] + struct.pack('>I', frames * 3) + xing[at + 4:])
open('mp3-xing-too-few.mp3', 'wb').write(xing[:at] + struct.pack('>I', frames // 3) + xing[at + 4:])
PY
for file in mp3-*.mp3 mp3.wav; do
    case $file in
    mp3-xing-too-many.mp3) good "$file" mp3 0 1 ;;
    *) good "$file" mp3 ;;
    esac
done
cut_off mp3-vbr.mp3 mp3-truncated.mp3 20000
good mp3-truncated.mp3 mp3 0 1

# --- AAC, M4A ---------------------------------------------------------------------------------------------------------
# Noise substitution would make other noise each time; without it, samples can be compared.
ff -i call44.wav -c:a aac -aac_pns 0 -b:a 64k aac-44k.aac
ff -i call8.wav -c:a aac -aac_pns 0 -b:a 24k -ac 1 aac-8k-mono.aac
ff -i call44.wav -ar 48000 -c:a aac -aac_pns 0 -b:a 48k -write_id3v2 1 -metadata title=Call aac-id3.aac
cat aac-44k.aac aac-44k.aac >aac-joined.aac
good aac-44k.aac aac
good aac-8k-mono.aac aac
good aac-id3.aac aac
good aac-joined.aac aac
cut_off aac-44k.aac aac-truncated.aac 20000
good aac-truncated.aac aac 0 1
ff -i call44.wav -c:a aac -aac_pns 0 -b:a 64k m4a-moov-last.m4a
ff -i call44.wav -c:a aac -aac_pns 0 -b:a 64k -movflags +faststart m4a-moov-first.m4a
ff -i call44.wav -c:a aac -aac_pns 0 -b:a 64k -movflags +frag_keyframe+empty_moov+default_base_moof -frag_duration 1000000 m4a-fragmented.m4a
ff -i call8.wav -c:a alac m4a-alac.m4a
ff -i call44.wav -f lavfi -i "color=red:size=64x64:duration=1:rate=1" -map 0 -map 1 -c:a aac -aac_pns 0 -b:a 64k -c:v mjpeg -frames:v 1 \
    -disposition:v attached_pic m4a-cover.m4a
ff -i call8.wav -ac 1 -c:a aac -aac_pns 0 -b:a 16k m4a-8k-mono.m4a \
    -ac 1 -c:a aac -aac_pns 0 -b:a 16k -movflags +frag_keyframe+delay_moov+default_base_moof -frag_duration 500000 m4a-8k-fragmented.m4a
ff -ss 2.5 -i m4a-moov-last.m4a -c copy -t 3 m4a-edited.m4a
ff -i mp3-vbr-no-xing.mp3 -c copy -f mp4 m4a-mp3.m4a
for file in m4a-*.m4a; do good "$file" m4a; done
cut_off m4a-moov-first.m4a m4a-truncated.m4a 30000
good m4a-truncated.m4a m4a 0 1

# --- OGG --------------------------------------------------------------------------------------------------------------
ff -i call44.wav -c:a libvorbis -q:a 2 ogg-vorbis.ogg
ff -i call8.wav -c:a libvorbis -q:a 1 ogg-vorbis-8k.ogg
ff -i call44.wav -c:a libopus -b:a 24k ogg-opus.ogg
ff -i call8.wav -c:a flac -f ogg ogg-flac.ogg
ff -i call8.wav -ac 1 -c:a libopus -b:a 12k -frame_duration 60 ogg-opus-60ms.ogg
ff -copyts -ss 2 -i ogg-vorbis.ogg -c copy ogg-vorbis-late.ogg
ff -copyts -ss 2 -i ogg-opus.ogg -c copy ogg-opus-late.ogg
for file in ogg-*.ogg; do good "$file" ogg; done
ff -i ogg-vorbis-8k.ogg -c:a copy -serial_offset 4711 second.ogg
cat ogg-vorbis-8k.ogg second.ogg ogg-vorbis-8k.ogg >ogg-joined.ogg
ff -i ogg-opus.ogg -c:a copy -serial_offset 4711 second.ogg
cat ogg-opus.ogg second.ogg >ogg-opus-joined.ogg
rm -f second.ogg
# At each seam ffmpeg overlaps what belongs to two recordings.
good ogg-joined.ogg ogg 0 0 $((samples * 3)) 2 8000
good ogg-opus-joined.ogg ogg
cut_off ogg-vorbis.ogg ogg-truncated.ogg 20000
good ogg-truncated.ogg ogg 0 1

# --- MP4, MOV, AVI ----------------------------------------------------------------------------------------------------
picture=(-f lavfi -i "testsrc=size=96x64:rate=5:duration=7.3")
ff -i call44.wav "${picture[@]}" -c:a aac -aac_pns 0 -b:a 64k -c:v mpeg4 mp4-video.mp4
ff -i call44.wav -c:a aac -aac_pns 0 -b:a 64k -f mp4 mp4-sound-only.mp4
ff -i call8.wav "${picture[@]}" -c:a pcm_s16le -c:v mpeg4 mov-video-pcm.mov
ff -i call44.wav -c:a aac -aac_pns 0 -b:a 64k -f mov mov-sound-only.mov
ff -i call44.wav "${picture[@]}" -c:a libmp3lame -b:a 64k -c:v mpeg4 avi-mp3.avi
ff -i call8.wav "${picture[@]}" -c:a pcm_s16le -c:v mpeg4 avi-pcm.avi
ff -i call8.wav -c:a pcm_s16le avi-sound-only.avi
ff -i call44.wav "${picture[@]}" -c:a aac -aac_pns 0 -b:a 64k -c:v mpeg4 -movflags +frag_keyframe+empty_moov mp4-fragmented.mp4
ff -i call8.wav -c:a pcm_mulaw mov-mulaw.mov -c:a alac mov-alac.mov
ff -i call8.wav "${picture[@]}" -c:a pcm_mulaw -c:v mpeg4 avi-mulaw.avi
ff -i call44.wav -c:a libmp3lame -q:a 6 avi-vbr-mp3.avi
good mp4-fragmented.mp4 mp4 1
good mov-mulaw.mov mov
good mov-alac.mov mov
good avi-mulaw.avi avi 1
good avi-vbr-mp3.avi avi
good mp4-video.mp4 mp4 1
good mp4-sound-only.mp4 m4a
good mov-video-pcm.mov mov 1
good mov-sound-only.mov mov
good avi-mp3.avi avi 1
good avi-pcm.avi avi 1
good avi-sound-only.avi avi
cut_off avi-pcm.avi avi-truncated.avi 90000
good avi-truncated.avi avi 1 1
# Pictures alone: 7.2 s of 5 frames a second (the manifest counts frames as samples).
ff "${picture[@]}" -c:v mpeg4 -t 7.2 mp4-pictures-only.mp4
good mp4-pictures-only.mp4 mp4 1 0 36 0 5

# --- AMR and 3GP ------------------------------------------------------------------------------------------------------
# No encoder of AMR is at hand, but any bits are speech: 20 ms a frame, whatever is in it. The ffmpeg program leaves out
# frames of silence, which last as long.
python3 - <<'PY'
import random
random.seed(5)
def bits(): return random.getrandbits(8)
def amr(name, line, modes, silence, frames):
    data = bytearray(line)
    for frame in range(frames):
        quiet = silence and 60 < frame % 150 < 90
        mode, bytes_of_it = (silence if frame % 8 == 3 else (15, 0)) if quiet else modes[frame // 40 % len(modes)]
        data += bytes([mode << 3 | 4]) + bytes(bits() & bits() & bits() for _ in range(bytes_of_it)) # not too loud
    open(name, 'wb').write(data)
narrow = [(7, 31), (0, 12), (4, 19), (5, 20), (2, 15)]
wide = [(8, 60), (0, 17), (2, 32), (4, 40)]
amr('amr-narrow.amr', b'#!AMR\n', narrow[:1], None, 400)
amr('amr-narrow-modes.amr', b'#!AMR\n', narrow, None, 377)
amr('amr-narrow-silence.amr', b'#!AMR\n', narrow[:1], (8, 5), 377)
amr('amr-wide.amr', b'#!AMR-WB\n', wide[:1], None, 363)
amr('amr-wide-silence.amr', b'#!AMR-WB\n', wide, (9, 5), 363)
PY
good amr-narrow.amr amr
good amr-narrow-modes.amr amr
good amr-narrow-silence.amr amr 0 0 $((377 * 160)) 1 8000
good amr-wide.amr amr
good amr-wide-silence.amr amr 0 0 $((363 * 320)) 1 16000
cut_off amr-narrow.amr amr-truncated.amr $((6 + 250 * 32 + 10))
good amr-truncated.amr amr 0 1 $((250 * 160)) 1 8000
ff -i amr-narrow-silence.amr -c copy 3gp-amr.3gp
ff -i amr-wide.amr -c copy 3gp-amr-wide.3gp
ff -i amr-narrow.amr -f lavfi -i "testsrc=size=128x96:rate=5:duration=7.3" -map 0:a -map 1:v -c:a copy -c:v h263 3gp-video.3gp
ff -i call8.wav -ac 1 -c:a aac -aac_pns 0 -b:a 16k 3gp-aac.3gp
good 3gp-amr.3gp 3gp 0 0 $((377 * 160)) 1 8000
good 3gp-amr-wide.3gp 3gp
good 3gp-video.3gp 3gp 1
good 3gp-aac.3gp 3gp
enter_rows

# --- What is no recording ---------------------------------------------------------------------------------------------
ff -i call8.wav -c:a flac -f flac notmedia-flac.mp3
ff -i call44.wav -c:a libmp3lame -b:a 64k -f matroska notmedia-matroska.mp3
ff -i call44.wav -c:a libopus notmedia.webm
ff -i call44.wav -c:a libmp3lame -b:a 64k notmedia.flv
ff -i call44.wav -c:a aac -aac_pns 0 -b:a 64k -f mpegts notmedia-transport.mp4
ff -f lavfi -i "testsrc=size=64x64" -frames:v 1 notmedia.png
ff -f lavfi -i "testsrc=size=64x64" -frames:v 1 notmedia.jpg
python3 - <<'PY'
import random
random.seed(7)
open('notmedia-random.aac', 'wb').write(random.randbytes(200_000))
open('notmedia-zeros.wav', 'wb').write(bytes(100_000))
open('notmedia-text.mp3', 'w').write('This is a note, not a call.\n' * 500)
open('notmedia-page.ogg', 'w').write('<!doctype html><title>Call</title>' * 50)
open('notmedia-one-byte.wav', 'wb').write(b'R')
wav = open('call8.wav', 'rb').read()
open('notmedia-header-only.wav', 'wb').write(wav[:wav.index(b'data') + 8])
m4a = open('m4a-moov-last.m4a', 'rb').read()
open('notmedia-no-moov.m4a', 'wb').write(m4a[:m4a.rindex(b'moov') - 4])
frames = open('mp3-cbr-no-xing.mp3', 'rb').read(4000)
open('notmedia-mostly-noise.mp3', 'wb').write(frames + random.randbytes(100_000))
PY
for file in notmedia*; do [ "$file" = notmedia.tsv ] || notmedia "$file"; done

# --- What is damaged: bytes changed, taken out, cut off ---------------------------------------------------------------
python3 - <<'PY'
import random
random.seed(11)
names = ['wav-adpcm_ms.wav', 'wav-rf64.wav', 'mp3-vbr.mp3', 'aac-44k.aac', 'm4a-moov-first.m4a', 'm4a-fragmented.m4a',
         'ogg-vorbis.ogg', 'ogg-opus-joined.ogg', 'mp4-video.mp4', 'mov-video-pcm.mov', 'avi-mp3.avi', 'amr-narrow-silence.amr',
         '3gp-video.3gp', 'mp3-all-tags.mp3']
for name in names:
    whole = open(name, 'rb').read()
    for turn in range(4):
        data = bytearray(whole)
        for _ in range(4 << turn * 2):
            data[random.randrange(len(data) if turn else 600)] = random.randrange(256)
        open(f'damaged/{turn}-flipped-{name}', 'wb').write(data)
    cut = random.randrange(len(whole))
    open(f'damaged/hole-{name}', 'wb').write(whole[:cut] + whole[cut + 1500:])
    open(f'damaged/start-missing-{name}', 'wb').write(whole[random.randrange(1, 3000):])
    open(f'damaged/cut-{name}', 'wb').write(whole[:random.randrange(len(whole))])
PY

cd - >/dev/null
rm -rf "$made"
mv "$made.part" "$made"
