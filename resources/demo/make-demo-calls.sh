#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# make-demo-calls.sh [DIRECTORY]: speaks the demo calls anew (espeak-ng, sox, ffmpeg). They are invented; no person was
# recorded. The agent is on the left channel, the customer on the right, as most telephone systems store it.
#
# The results are kept in the repository, so that running Holdfast needs none of these programs.
set -euo pipefail

for program in espeak-ng sox ffmpeg; do
    command -v "$program" >/dev/null || {
        echo "Making the demo calls needs the program $program, which is not installed (Debian: apt-get install espeak-ng sox ffmpeg)." >&2
        exit 1
    }
done

target=$(realpath "${1:-$(dirname "$0")}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

agent_voice=en-gb
customer_voice=en-us
rate=8000
at=0 # where the next turn starts, in samples
turns=0

# begin AGENT-VOICE CUSTOMER-VOICE RATE
begin() {
    agent_voice=$1 customer_voice=$2 rate=$3
    at=$((rate / 2))
    turns=0
    rm -f turn-*.wav
}

# turn SIDE PAUSE TEXT: one side speaks, PAUSE tenths of a second after the other stopped (negative: talks over it).
turn() {
    local side=$1 pause=$2 text=$3 voice pan pitch
    if [ "$side" = agent ]; then voice=$agent_voice pan="1 0" pitch=52; else voice=$customer_voice pan="0 1" pitch=40; fi
    espeak-ng -v "$voice" -s 172 -p "$pitch" -w spoken.wav "$text"
    sox -R spoken.wav -r "$rate" one.wav norm -6 silence 1 0.01 0.5% reverse silence 1 0.01 0.5% reverse
    at=$((at + pause * rate / 10))
    # shellcheck disable=SC2086 # two words on purpose
    set -- $pan
    sox -R one.wav "turn-$(printf %02d "$turns").wav" remix "1v$1" "1v$2" pad "${at}s" 0
    at=$((at + $(soxi -s one.wav)))
    turns=$((turns + 1))
}

# finish FILE FFMPEG-OPTIONS…: lays the turns over each other, with the faint noise of a line behind them.
finish() {
    local file=$1 length=$((at + rate / 2))
    shift
    sox -R -n -r "$rate" -c 2 line.wav synth "${length}s" pinknoise vol 0.003
    sox -R -m -v 1 line.wav $(printf -- '-v 1 %s ' turn-*.wav) call.wav
    ffmpeg -nostdin -v error -y -i call.wav -bitexact -map_metadata -1 "$@" "$target/$file"
    printf '%s\t%s s\t%s bytes\n' "$file" "$(soxi -D call.wav)" "$(stat -c %s "$target/$file")"
}

begin en-gb+f3 en-us+m3 16000
turn agent 0 "Good morning, Larkfield Telecom. How can I help?"
turn customer 4 "Hi. My contract ends next month, and I would like to know what happens then."
turn agent 5 "It simply goes on, month by month. But if you renew now, you pay four pounds less."
turn customer 6 "Four pounds less for the same line?"
turn agent 3 "The same line, yes, and for twelve months."
turn customer 8 "All right, let's do that."
turn agent 4 "Lovely. I have renewed it from the first. You will get a letter this week."
turn customer 3 "Thank you. Goodbye."
turn agent 2 "Goodbye."
finish renewal.ogg -c:a libopus -b:a 24k -application voip

begin en-us+f2 en-gb+m1 8000
turn agent 0 "Larkfield Telecom, technical support. This call is recorded."
turn customer 3 "My connection drops every evening, at about eight o'clock."
turn agent 6 "I am sorry to hear that. Is the light on the box green or orange at that time?"
turn customer 5 "Orange. And then it is green again after ten minutes."
turn agent 5 "Then the fault is on our side. I can send an engineer on Thursday morning."
turn customer -4 "Thursday is fine."
turn agent 3 "Between nine and eleven. You will have a message the day before."
turn customer 3 "Good. Thanks for your help."
finish fault-report.mp3 -c:a libmp3lame -b:a 24k

begin en-gb+m2 en-gb-scotland+f4 16000
turn agent 0 "Good afternoon. I am calling from Larkfield about your enquiry on our website."
turn customer 4 "Oh yes. I wanted a price for two lines, for a small office."
turn agent 5 "For two lines it is thirty eight pounds a month, and calls within the country are free."
turn customer 7 "And how long would I be tied to it?"
turn agent 4 "One year. After that, one month's notice."
turn customer 6 "Please send me that in writing, and I will think about it."
turn agent 3 "I will do so today. May I ring you again on Monday?"
turn customer 4 "Monday afternoon, please."
finish office-quote.m4a -c:a aac -b:a 28k

begin en-us+m4 en-us+f1 8000
turn agent 0 "Hello, this is Larkfield Telecom. Is this a good moment?"
turn customer 5 "Not really, I am driving."
turn agent 3 "Then I will not keep you. When may I call back?"
turn customer 4 "Tomorrow after five."
turn agent 2 "Tomorrow after five it is. Drive safely."
finish call-back.wav -c:a adpcm_ima_wav

begin en-gb-x-rp+f2 en-gb+m5 16000
turn agent 0 "Larkfield Telecom, good evening."
turn customer 3 "Good evening. I was charged twice last month, and I would like one of the two back."
turn agent 6 "Let me look. Yes, I see both. The second was our mistake."
turn customer -3 "I thought so."
turn agent 4 "I have booked it back. It takes three working days. I am sorry for the trouble."
turn customer 5 "These things happen. Could you confirm it by mail?"
turn agent 4 "It is on its way now. Is there anything else?"
turn customer 3 "No, that was all. Good night."
finish refund.ogg -c:a libvorbis -q:a 0
