"""A real nginx on loopback with `deploy/hub/nginx.conf`, in front of a hub."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.fakes.hub_server import free_port
from tests.fakes.waiting import until

CONFIGURATION = Path(__file__).resolve().parents[2] / "deploy" / "hub" / "nginx.conf"
_SURROUNDINGS = """
daemon off; pid {folder}/pid; error_log {folder}/error.log; worker_processes 1; {user}
events {{ worker_connections 1024; }}
http {{
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    include {folder}/hub.conf;
}}
"""


@contextmanager
def cache(folder: Path, listen: str, user: str = "", rate: str = "30r/s") -> Iterator[str]:
    """The address of a running cache in front of the hub that listens there. Of the file that is shipped only the
    names of this machine are replaced: addresses, folders and the certificate; and the `rate` of an address, where all
    kiosks have the same."""
    nginx = shutil.which("nginx", path="/usr/sbin:/usr/bin")
    if nginx is None:
        pytest.skip("nginx is not installed")
    folder.mkdir()
    port = free_port()
    shipped = CONFIGURATION.read_text(encoding="utf-8")
    for pattern, mine in ((r"listen 443 ssl;", f"listen 127.0.0.1:{port};"), (r"\s+ssl_certificate.*", ""),
                          (r"127\.0\.0\.1:8888", listen), (r"rate=30r/s", f"rate={rate}"),
                          (r"/var/cache/nginx/hub", f"{folder}/cache"),
                          (r"/var/log/nginx/hub\.log", f"{folder}/access.log")):
        shipped, count = re.subn(pattern, mine, shipped)
        assert count, pattern
    (folder / "hub.conf").write_text(shipped, encoding="utf-8")
    (folder / "nginx.conf").write_text(_SURROUNDINGS.format(folder=folder, user=user), encoding="utf-8")
    with subprocess.Popen([nginx, "-p", str(folder), "-c", str(folder / "nginx.conf")], stderr=subprocess.PIPE,
                          text=True) as process:
        try:
            until(lambda: process.poll() is not None or (folder / "pid").exists(), "nginx does not start", seconds=60)
            assert process.poll() is None, process.stderr and process.stderr.read()
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
