"""A PulseAudio of the test's own, with sinks that play into nothing, and what is heard there."""

import array
import os
import shutil
import subprocess
import threading
import time
from math import sqrt
from operator import mul
from pathlib import Path
from typing import NamedTuple

from tests.fakes.waiting import until

PROGRAMS = ("pulseaudio", "pactl", "parec")
LOUDSPEAKER = "loudspeaker"
RATE = 22050
BLOCK = RATE // 200
LOUD = 600
SMOOTH = 4  # blocks


def missing() -> str:
    """The programs that are not installed, for a reason to skip."""
    return ", ".join(name for name in PROGRAMS if shutil.which(name) is None)


def peaks(pcm: bytes) -> list[int]:
    """The loudest sample of each whole block of 5 ms."""
    samples = array.array("h", pcm[:len(pcm) // 2 * 2])
    return [max(map(abs, samples[at:at + BLOCK])) for at in range(0, len(samples) - BLOCK + 1, BLOCK)]


class Match(NamedTuple):
    """How alike, from 0 to 1, and the moment in which what was heard began."""

    likeness: float
    at: float


def _likeness(made: list[int], heard: list[int]) -> float:
    """Of two courses of loudness, whatever their volumes: their correlation."""
    def covariance(one: list[int], other: list[int]) -> float:
        return sum(map(mul, one, other)) - sum(one) * sum(other) / len(one)
    spread = covariance(made, made) * covariance(heard, heard)
    return covariance(made, heard) / sqrt(spread) if spread > 0 else 0.0


def _smooth(course: list[int]) -> list[int]:
    """The course without what depends on where a block begins."""
    return [max(course[at:at + SMOOTH]) for at in range(len(course) - SMOOTH + 1)]


class Pulse:
    """A sound server on a socket in `folder`."""

    def __init__(self, folder: Path) -> None:
        socket = folder / "native"
        self.environment = {**os.environ, "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder),
                            "PULSE_RUNTIME_PATH": str(folder), "PULSE_SERVER": f"unix:{socket}"}
        load = f"module-native-protocol-unix socket={socket} auth-anonymous=1"
        self._process = subprocess.Popen(
            ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--disallow-exit", "--use-pid-file=no",
             "--log-level=error", "-L", load],
            env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until(lambda: self._control("info").returncode == 0, "no sound server")

    def plug(self, name: str, description: str) -> int:
        """A device comes; the number to unplug it by."""
        done = self._control("load-module", "module-null-sink", f"sink_name={name}", f"rate={RATE}",
                             f"sink_properties=device.description={description}")
        return int(done.stdout)

    def unplug(self, number: int) -> None:
        """The device goes."""
        self._control("unload-module", str(number))

    def close(self) -> None:
        """End the server."""
        self._process.terminate()
        self._process.wait()

    def _control(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(["pactl", *arguments], env=self.environment, capture_output=True, text=True, check=False)


class Ear:
    """Hears what a device plays, in blocks of 5 ms. When one sounded is reckoned from how many came before it: what
    arrives late for the machine was busy did not sound late."""

    def __init__(self, pulse: Pulse, device: str) -> None:
        self._peaks: list[int] = []
        self._begun = float("inf")
        self._process = subprocess.Popen(
            ["parec", "-d", f"{device}.monitor", "--format=s16le", f"--rate={RATE}", "--channels=1",
             "--latency-msec=10"],
            env=pulse.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def sounds(self, since: float, till: float = float("inf")) -> list[float]:
        """The moments in which something was loud."""
        first = max(0, int((since - self._begun) * RATE / BLOCK)) if self._peaks else 0
        heard = (self._begun + at * BLOCK / RATE for at in range(first, len(self._peaks)) if self._peaks[at] > LOUD)
        return [at for at in heard if since <= at <= till]

    def lag(self, made: list[int], moment: float) -> float:
        """By how many seconds what was made sounded later than at that moment: where the two are most alike."""
        expected = round((moment - self._begun) * RATE / BLOCK)
        def unlike(shift: int) -> int:
            heard = self._peaks[expected + shift:expected + shift + len(made)]
            return sum(abs(one - other) for one, other in zip(made, heard, strict=True))
        recorded = range(max(-60, -expected), min(60, len(self._peaks) - len(made) - expected))
        return min(recorded, key=unlike) * BLOCK / RATE

    def match(self, made: list[int], since: float) -> "Match":
        """Where after that moment what was made is most like what sounded, by its first second."""
        first = max(0, int((since - self._begun) * RATE / BLOCK)) if self._peaks else 0
        wanted, heard = _smooth(made[:RATE // BLOCK]), _smooth(self._peaks[first:])
        places = range(len(heard) - len(wanted) + 1)
        likeness, at = max(((_likeness(wanted, heard[at:at + len(wanted)]), at) for at in places), default=(0.0, 0))
        return Match(likeness, self._begun + (first + at) * BLOCK / RATE)

    @property
    def now(self) -> float:
        """The moment up to which it has heard."""
        return self._begun + len(self._peaks) * BLOCK / RATE if self._peaks else 0

    def close(self) -> None:
        """Listen no more."""
        self._process.terminate()
        self._process.wait()
        self._thread.join()
        if self._process.stdout:
            self._process.stdout.close()

    def _listen(self) -> None:
        assert self._process.stdout
        left = b""
        while data := os.read(self._process.stdout.fileno(), 4096):
            data = left + data
            fresh = peaks(data)
            left = data[len(fresh) * 2 * BLOCK:]
            lasts = ((len(self._peaks) + len(fresh)) * BLOCK + len(left) / 2) / RATE
            self._begun = min(self._begun, time.monotonic() - lasts)
            self._peaks += fresh
