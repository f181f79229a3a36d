"""`hub serve` says when it answers, so that what comes after it need not guess."""

import os
import socket
import subprocess
import sys

import requests

from tests.fakes.hub_server import free_port


def test_systemd_is_told_once_the_server_answers(tmp_path):
    settings, port = tmp_path / "hub.toml", free_port()
    settings.write_text(f'url = "http://127.0.0.1:{port}/v1"\nbucket = "a"\n[server]\nlisten = "127.0.0.1:{port}"\n')
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as told:
        told.bind(str(tmp_path / "notify"))
        told.settimeout(60)
        with subprocess.Popen([sys.executable, "-m", "sync.hub", "--settings", settings, "serve"],
                              stderr=subprocess.DEVNULL,
                              env={**os.environ, "NOTIFY_SOCKET": str(tmp_path / "notify")}) as process:
            try:
                assert told.recv(100) == b"READY=1"
                assert requests.get(f"http://127.0.0.1:{port}/v1/", timeout=30).status_code == 200
            finally:
                process.terminate()
