#!/usr/bin/env bash
# A hub on this machine to try out: Kinto in memory, set up and filled. It forgets everything when it ends (Ctrl-C).
# usage: try.sh; PORT (8888), FOLDER (build/hub) for its settings and keys, PAGES (none) for those of kinto-admin
set -euo pipefail
cd "$(dirname "$0")/../.."

port=${PORT:-8888}
folder=${FOLDER:-build/hub}
settings=$folder/hub.toml
hub=(.venv/bin/hub --settings "$settings")

rm -rf "$folder" && mkdir -p "$folder"
cat >"$settings" <<TOML
url = "http://127.0.0.1:$port/v1"
bucket = "trial"
[server]
listen = "127.0.0.1:$port"
admin = "${PAGES:-}"
TOML

"${hub[@]}" serve 2>"$folder/log" &
server=$!
trap 'kill $server 2>/dev/null; wait $server 2>/dev/null || true' EXIT
until grep -q "answers at" "$folder/log"; do
    kill -0 $server 2>/dev/null || { cat "$folder/log" >&2; exit 1; }
    sleep 0.1
done
"${hub[@]}" init 2>>"$folder/log"
.venv/bin/python -m sync.hub.trial "$settings"

cat <<TEXT
The hub answers at http://127.0.0.1:$port/v1 (Ctrl-C ends it, and it forgets everything).
In another terminal, an editor's password, and what makes corrections known (a hub in earnest does that every minute):
    .venv/bin/hub --settings $settings editor maria
    .venv/bin/hub --settings $settings sign
A kiosk of it:
    .venv/bin/hub --settings $settings enroll kiosk-1 --place Bibliothek --out $folder/provisioning.toml
    mkdir -p $folder/kiosk && cp $folder/provisioning.toml $folder/kiosk/
    .venv/bin/kiosk sync --once --data $folder/kiosk
    .venv/bin/kiosk --data $folder/kiosk --windowed
    .venv/bin/hub --settings $settings status
As the admin:  curl -u admin:\$(cat $folder/state/admin.password) http://127.0.0.1:$port/v1/buckets/trial
TEXT
wait $server
