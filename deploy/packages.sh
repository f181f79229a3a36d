#!/usr/bin/env bash
# See to it that Debian packages are there: installs what is missing as root or through sudo, and otherwise says in
# one line what to install. Touches neither network nor system when nothing is missing.
# usage: packages.sh PACKAGE...
set -euo pipefail

if ! command -v apt-get >/dev/null; then
    echo "no apt here: see that this system has what these Debian packages hold: $*" >&2
    exit 0
fi

missing() {
    local plan
    plan=$(apt-get install --simulate --no-install-recommends --no-upgrade "$@" 2>/dev/null) || return 0
    grep -q '^Inst' <<<"$plan"
}

as_root() {
    if [[ $EUID -eq 0 ]]; then env DEBIAN_FRONTEND=noninteractive "$@"
    else sudo -n env DEBIAN_FRONTEND=noninteractive "$@"; fi
}

missing "$@" || exit 0
if [[ $EUID -ne 0 ]] && ! sudo -n true 2>/dev/null; then
    echo "system packages are missing; an administrator installs them with: apt-get install $*" >&2
    exit 1
fi
echo "installing system packages: $* ..."
as_root apt-get -qq update || true # a foreign source that fails does not matter; a missing package is said below
as_root apt-get -qq -o DPkg::Lock::Timeout=300 install --yes --no-install-recommends --no-upgrade "$@" >/dev/null
