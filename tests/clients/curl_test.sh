#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# curl_test.sh: every curl command that the document prints, one example after the other, with the address, the token and
# the numbers filled in.
. "$(dirname "$(readlink -f "$0")")/session.bash"
needs curl jq ffmpeg

token=$(token_of sam)
alice=$(command curl -sSf "$HOLDFAST_URL/api/auth/login" --json '{"username":"alice","password":"holdfast-demo"}' | jq .user.id)
tone call.wav 12
[ "$(stat -c %s call.wav)" -gt 1048576 ] || fail "the recording is too short for the printed range"

# Stands before curl's own name: the printed commands run as they are, and what was answered is kept.
answers=()
curl() {
    command curl -sS -D heads "$@" >body
    answers+=("$(sed -n '1s/^HTTP[^ ]* \([0-9]*\).*/\1/p' heads)")
}

declare -A ran
example() { # NAME: runs it against a recording of its own; $id is the recording, $answers the codes
    id=$(upload "$token" 1 call.wav disposition=sale | jq .id)
    answers=()
    ran[$1]=yes
    rm -f ./recording* body heads
    sed -e "s|http://localhost:3000|$HOLDFAST_URL|g" -e "s|YOUR_TOKEN|$token|g" -e "s|/123|/$id|g" -e "s|_123|_$id|g" \
        -e "s|\"agentId\": 42|\"agentId\": $alice|" "$HOLDFAST_EXAMPLES/$1.sh" >example.sh
    # shellcheck disable=SC1091 # made in the line above
    . ./example.sh
}

answered() { # CODE…
    equal "the answers of the example" "$*" "${answers[*]}"
}

same_part() { # FILE
    head -c 1048576 call.wav >first-megabyte
    same_bytes first-megabyte "$1"
}

header() { # NAME
    sed -n "s/^$1: \(.*\)\r$/\1/Ip" heads
}

search_finds_the_newest_ten() {
    example 1-search-recordings
    answered 200
    equal "the newest" "$id" "$(jq '.[0].id' body)"
}

details_are_of_the_recording_that_was_asked_for() {
    example 2-get-recording-details
    answered 200
    equal "its number and size" "$id $(stat -c %s call.wav)" "$(jq -r '"\(.id) \(.fileSize)"' body)"
}

download_is_whole_and_in_part() {
    example 3-download-recording
    answered 200 206
    same_bytes call.wav recording.wav
    same_part recording_part.wav
    equal "Content-Range" "bytes 0-1048575/$(stat -c %s call.wav)" "$(header Content-Range)"
    equal "Content-Length" 1048576 "$(header Content-Length)"
}

stream_is_the_same_bytes() {
    example 4-stream-recording
    answered 200
    same_bytes call.wav body
    equal "Accept-Ranges" bytes "$(header Accept-Ranges)"
}

delete_answers_204_and_the_recording_is_gone() {
    example 5-delete-recording
    answered 204
    equal "the body's size" 0 "$(stat -c %s body)"
    curl "$HOLDFAST_URL/api/recordings/$id" -H "Authorization: Bearer $token"
    equal "afterwards" "404 Recording not found" "${answers[1]} $(jq -r .message body)"
}

hold_is_set_and_released() {
    example 6-update-compliance-hold
    answered 200 200
    equal "the hold" "$id false" "$(jq -r '"\(.id) \(.complianceHold)"' body)"
}

policies_are_made_read_changed_and_deleted() {
    # The examples name campaigns up to 10, of which the demo has three, and a first policy.
    local admin
    admin=$(token_of ada)
    for number in 4 5 6 7 8 9 10; do
        command curl -sSf "$HOLDFAST_URL/api/campaigns" -H "Authorization: Bearer $admin" --json "{\"name\":\"No. $number\"}" >made
        equal "the campaign's number" "$number" "$(jq .id made)"
    done
    command curl -sSf "$HOLDFAST_URL/api/retention-policies" -H "Authorization: Bearer $token" \
        --json '{"name":"first","retentionDays":30,"appliesTo":"CAMPAIGN","campaignId":1,"isDefault":false}' >/dev/null
    example 7-get-all-retention-policies
    answered 200
    equal "how many policies" 1 "$(jq length body)"
    example 8-get-retention-policy
    answered 200
    equal "the policy" first "$(jq -r .name body)"
    example 9-create-retention-policy
    answered 200 200 200
    equal "the last of three" "4 30 AGENT $alice" "$(jq -r '"\(.id) \(.retentionDays) \(.appliesTo) \(.agentId)"' body)"
    example 9-create-retention-policy
    answered 409 409 409
    jq -r .message body | grep -q 'already exists' || fail "the message was $(cat body)"
    example 10-update-retention-policy
    answered 200
    equal "the changed policy" "3 365 5" "$(jq -r '"\(.id) \(.retentionDays) \(.campaignId)"' body)"
    example 11-delete-retention-policy
    answered 204
    example 11-delete-retention-policy
    answered 404
}

storage_counts_every_recording() {
    example 12-get-storage-statistics
    answered 200
    equal "files, today's files and days" true \
        "$(jq '.totalFiles > 5 and .dailyUsage[0].totalFiles == .totalFiles and (.dailyUsage | length) > 1' body)"
}

the_list_at_the_end_runs_in_its_order() {
    example curl-examples
    # It sets a hold and then deletes: that is refused, as it has to be.
    answered 200 200 200 206 200 403 200 200
    same_bytes call.wav "recording_$id.wav"
    same_part "recording_${id}_part.wav"
    equal "the policy that it makes" "Sales Team - 6 months 180" "$(jq -r '"\(.name) \(.retentionDays)"' body)"
}

every_printed_command_was_run() {
    for file in "$HOLDFAST_EXAMPLES"/*.sh; do
        name=$(basename "$file" .sh)
        # The one that is no command shows what a header looks like.
        [ -n "${ran[$name]:-}" ] || [ "$name" = quick-reference ] || fail "$name was not run"
    done
}

search_finds_the_newest_ten
details_are_of_the_recording_that_was_asked_for
download_is_whole_and_in_part
stream_is_the_same_bytes
delete_answers_204_and_the_recording_is_gone
hold_is_set_and_released
policies_are_made_read_changed_and_deleted
storage_counts_every_recording
the_list_at_the_end_runs_in_its_order
every_printed_command_was_run
