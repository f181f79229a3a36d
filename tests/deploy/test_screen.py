"""`make run` on a machine without display: a screen that only this machine can look at, gone when the kiosk ends."""

import ipaddress
import os
import re
import shutil
import signal
import socket
import struct
import subprocess
import sys
from pathlib import Path

import pytest

SCREEN = Path(__file__).resolve().parents[2] / "deploy" / "screen.sh"
LISTENING = "0A"
# Says the display, then waits for a line or its end
PROGRAM = [sys.executable, "-c", "import os, sys; print(os.environ['DISPLAY'], flush=True); sys.exit(len(input()))"]

pytestmark = pytest.mark.skipif(shutil.which("Xtigervnc") is None, reason="no tigervnc-standalone-server here")


@pytest.fixture
def environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items()
            if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}}


@pytest.fixture
def screen(environment):
    with subprocess.Popen([SCREEN, *PROGRAM], env=environment, text=True, stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE) as process:
        yield process
        process.terminate()


def ports(process: subprocess.Popen[str]) -> tuple[int, int]:
    """The VNC port a started screen offers and X's own."""
    assert process.stdout is not None
    offered = re.search(r"vncviewer localhost:(\d+)", process.stdout.readline())
    process.stdout.readline()
    display = process.stdout.readline()
    assert offered
    return int(offered[1]), 6000 + int(display.strip().lstrip(":"))


def listeners(port: int) -> list[ipaddress.IPv4Address | ipaddress.IPv6Address]:
    """The addresses of this machine on which something listens at a port (proc(5), /proc/net/tcp)."""
    rows = [line.split() for table in ("tcp", "tcp6") for line in Path("/proc/net", table).read_text().splitlines()[1:]]
    addresses = [row[1].split(":") for row in rows if row[3] == LISTENING]
    return [_address(words) for words, number in addresses if int(number, 16) == port]


def _address(words: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    packed = b"".join(struct.pack("=I", int(words[at:at + 8], 16)) for at in range(0, len(words), 8))
    return ipaddress.ip_address(packed)


def answers(port: int) -> bool:
    with socket.socket() as caller:
        return caller.connect_ex(("127.0.0.1", port)) == 0


def test_only_this_machine_can_look(screen):
    vnc, x = ports(screen)
    assert answers(vnc)
    assert listeners(vnc)
    assert all(address.is_loopback for address in listeners(vnc))
    assert not listeners(x)


def test_the_screen_ends_with_the_program_and_hands_on_its_exit_code(screen):
    vnc, _ = ports(screen)
    screen.communicate("seven!!")
    assert screen.returncode == 7
    assert not answers(vnc)


def test_the_screen_ends_when_it_is_told_to(screen):
    vnc, _ = ports(screen)
    screen.send_signal(signal.SIGTERM)
    assert screen.wait(10) == 128 + signal.SIGTERM
    assert not answers(vnc)


def test_two_screens_stand_side_by_side(screen, environment):
    first, _ = ports(screen)
    with subprocess.Popen([SCREEN, *PROGRAM], env=environment, text=True, stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE) as other:
        second, _ = ports(other)
        assert first != second
        other.communicate("\n")


def test_a_display_that_is_there_is_used(environment):
    said = subprocess.run([SCREEN, *PROGRAM], env=environment | {"DISPLAY": ":77"}, input="\n", text=True,
                          capture_output=True, check=True).stdout
    assert said == ":77\n"
