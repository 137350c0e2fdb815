#!/usr/bin/env bash
# A rolling upgrade, and one that is taken back: the version before and this one
# serve one empty PostgreSQL database at the same time, each writes, each reads
# what the other wrote, and the audit trail holds.
#
#   tests/upgrade/rolling.sh OLD-PROGRAM NEW-PROGRAM postgres://...
set -euo pipefail
[ $# -eq 3 ] || { sed -n '2,7p' "$0"; exit 2; }
old=$1 new=$2 database=$3
servers=()
log=$(mktemp)
trap 'kill "${servers[@]}" 2>/dev/null || true; rm -f "$log"' EXIT

serve() { # program port
  "$1" serve --empty --listen "127.0.0.1:$2" --database "$database" >"$log" 2>&1 &
  servers+=($!)
  for _ in $(seq 300); do
    curl -sf -o /dev/null "http://127.0.0.1:$2/health/live" && return
    kill -0 "${servers[-1]}" 2>/dev/null || break
    sleep 0.2
  done
  echo "$1 does not serve: $(tail -1 "$log")" >&2
  return 1
}

ask() { # port document
  local body
  body=$(node -p 'JSON.stringify({ query: process.argv[1] })' "$2")
  curl -sf "http://127.0.0.1:$1/graphql" -H "authorization: Bearer $token" \
    -H 'content-type: application/json' -d "$body"
}

write() { # port id
  local told
  told=$(ask "$1" "mutation { createRegionSet(id: \"$2\", title: \"$2\") { id } }")
  grep -q "\"$2\"" <<<"$told" || { echo "port $1 refused $2: $told" >&2; exit 1; }
}

reads() { # port ids...
  local port=$1 told id
  shift
  for _ in $(seq 50); do
    told=$(ask "$port" '{ regionSets { id } }')
    for id in "$@"; do
      grep -q "\"$id\"" <<<"$told" || { sleep 0.2; continue 2; }
    done
    return
  done
  echo "port $port does not read $*: $told" >&2
  exit 1
}

serve "$old" 18201
token=$("$old" token add upgrade --role ADMIN --database "$database" | tail -1)
sleep 2
write 18201 one
serve "$new" 18202
reads 18202 one
write 18202 two
reads 18201 one two
write 18201 three
reads 18202 one two three
kill "${servers[0]}"
write 18202 four
if ! serve "$old" 18203; then
  grep -q 'do not fit this version' "$log" || exit 1
  "$new" audit verify --database "$database"
  echo 'each read what the other wrote, on the way; the version before does not start on'
  echo 'tables of this one, so that the way back is a backup'
  exit
fi
reads 18203 one two three four
write 18203 five
reads 18202 five
"$new" audit verify --database "$database"
echo 'each read what the other wrote, on the way and on the way back'
