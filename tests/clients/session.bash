# SPDX-License-Identifier: GPL-3.0-or-later
# For the tests in bash: what they demand, who they are, and something to fetch. Stops at the first thing that is not so.
set -Eeuo pipefail

fail() {
    echo "FAILED: $*" >&2
    exit 1
}
trap 'echo "FAILED in line $LINENO of $0: $BASH_COMMAND" >&2' ERR

needs() { # PROGRAM…
    for program in "$@"; do
        command -v "$program" >/dev/null || fail "$program is not installed; ./test.sh installs what the tests need"
    done
}

equal() { # WHAT EXPECTED ACTUAL
    [ "$2" = "$3" ] || fail "$1: expected '$2', got '$3'"
}

same_bytes() { # FILE FILE
    equal "the bytes of $2" "$(sha256sum <"$1")" "$(sha256sum <"$2")"
}

token_of() { # USER
    command curl -sSf "$HOLDFAST_URL/api/auth/login" --json "{\"username\":\"$1\",\"password\":\"holdfast-demo\"}" |
        jq -r .token
}

upload() { # TOKEN LEAD FILE [FORM FIELD…]: prints the recording
    local token=$1 lead=$2 file=$3 fields=()
    shift 3
    for field in "$@"; do fields+=(-F "$field"); done
    command curl -sSf "$HOLDFAST_URL/api/recordings" -H "Authorization: Bearer $token" -F "leadId=$lead" \
        "${fields[@]}" -F "file=@$file"
}

tone() { # FILE SECONDS: a tone that rises all the time, so that no two places of it sound alike
    ffmpeg -nostdin -v error -f lavfi -i "aevalsrc='0.4*sin(2*PI*(200+20*t)*t)|0.4*sin(2*PI*(900-5*t)*t)':s=44100:d=$2" -y "$1"
}
