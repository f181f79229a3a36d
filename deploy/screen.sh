#!/usr/bin/env bash
# Run a program on the display there is, or, where there is none, on one of its own that can be looked at over VNC
# from this machine only (docs/decisions/0002-screen-without-display.md).
# usage: screen.sh PROGRAM [ARGUMENT...]; SIZE=WxH is the size of that display (1280x800)
set -euo pipefail

if [[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-} || $(uname) != Linux ]]; then
    exec "$@"
fi
command -v Xtigervnc >/dev/null || "$(dirname "$0")/packages.sh" tigervnc-standalone-server

private=$(mktemp -d)
server=
program=
mkfifo "$private/ready"

finish() {
    trap '' INT TERM HUP
    kill $program $server 2>/dev/null || true
    wait || true
    rm -rf "$private"
}
trap finish EXIT
trap 'finish; exit 130' INT
trap 'finish; exit 143' TERM HUP

# An X server on display :NUMBER and its VNC port, until its last client is gone; fails when one of the two is taken.
serve() {
    Xtigervnc ":$1" -rfbport $((5900 + $1)) -localhost -nolisten tcp -SecurityTypes None -geometry "${SIZE:-1280x800}" \
        -depth 24 -AcceptSetDesktopSize=0 -terminate -displayfd 3 3>"$private/ready" >"$private/log" 2>&1 &
    server=$!
    read -r _ <"$private/ready"
}

for number in {0..99}; do
    serve "$number" && break
    server=
done
if [[ -z $server ]]; then
    cat "$private/log" >&2
    exit 1
fi

port=$((5900 + number))
echo "This machine has no display. Look at the kiosk with:  vncviewer localhost:$port"
echo "From another machine, first:  ssh -L $port:localhost:$port $HOSTNAME"
DISPLAY=":$number" "$@" <&0 &
program=$!
wait "$program"
