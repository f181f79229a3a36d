"""A PostgreSQL of its own: a cluster in a temporary folder, on a socket there, run by somebody without rights."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_OPTIONS = "-c listen_addresses= -c fsync=off -c full_page_writes=off -c synchronous_commit=off"


class Cluster:
    """A running cluster with an empty database `hub`; `url` is its address."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self._programs = programs
        self._folder = folder
        self.url = f"postgresql://hub@/hub?host={folder}"

    @property
    def pid(self) -> Path:
        """The file whose first line names its process."""
        return self._folder / "data" / "postmaster.pid"

    def start(self) -> None:
        """Make it and start it."""
        if os.getuid() == 0:
            shutil.chown(self._folder, "postgres")
        data = str(self._folder / "data")
        self.run("initdb", "-D", data, "-U", "hub", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N")
        self.run("pg_ctl", "-D", data, "-w", "-t", "30", "-l", str(self._folder / "log"), "-s",
                 "-o", f"-k {self._folder} {_OPTIONS}", "start")
        self.run("createdb", "-h", str(self._folder), "-U", "hub", "hub")

    def stop(self) -> None:
        """End it."""
        self.run("pg_ctl", "-D", str(self._folder / "data"), "-m", "immediate", "-s", "stop")

    def dump(self, file: Path) -> None:
        """Back the database up."""
        file.write_text(self.run("pg_dump", "-h", str(self._folder), "-U", "hub", "--clean", "--if-exists", "hub"),
                        encoding="utf-8")

    def restore(self, file: Path) -> None:
        """Put a backup back."""
        self.run("psql", "-h", str(self._folder), "-U", "hub", "-q", "-v", "ON_ERROR_STOP=1", "hub",
                 given=file.read_text(encoding="utf-8"))

    def run(self, program: str, *arguments: str, given: str = "") -> str:
        """What one of PostgreSQL's programs says."""
        nobody = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.getuid() == 0 else []
        done = subprocess.run([*nobody, str(self._programs / program), *arguments], cwd="/", input=given, text=True,
                              stdout=subprocess.DEVNULL if program == "pg_ctl" else subprocess.PIPE,
                              stderr=subprocess.DEVNULL if program == "pg_ctl" else subprocess.STDOUT,
                              timeout=120, check=False)
        assert done.returncode == 0, done.stdout
        return done.stdout or ""


@contextmanager
def cluster() -> Iterator[Cluster]:
    """A running cluster, ended at the end; the test is skipped where PostgreSQL is not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not found:
        pytest.skip("PostgreSQL is not installed")
    with tempfile.TemporaryDirectory(prefix="hub-pg-", ignore_cleanup_errors=True) as folder:
        made = Cluster(found[-1].parent, Path(folder))
        made.start()
        try:
            yield made
        finally:
            made.stop()
