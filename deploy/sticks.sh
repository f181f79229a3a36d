#!/usr/bin/env bash
# Let this machine show USB sticks to the kiosk (as root). The kiosk runs as the user "anlaufstelle".
# usage: sticks.sh [ROOT]; ROOT is where the system lies (/)
set -euo pipefail
cd "$(dirname "$0")/sticks"

root=${1:-}
install -D -m 644 70-anlaufstelle-sticks.rules -t "$root/etc/udev/rules.d"
install -D -m 644 anlaufstelle-stick@.service -t "$root/etc/systemd/system"
if [[ -z $root ]]; then
    systemctl daemon-reload
    udevadm control --reload
    id anlaufstelle >/dev/null 2>&1 || echo "now make the user: useradd --create-home anlaufstelle" >&2
fi
