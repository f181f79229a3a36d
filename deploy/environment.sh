#!/usr/bin/env bash
# Make the virtual environment `.venv` what `uv.lock` says for a kiosk, with the pinned uv in `build/uv`.
# usage: environment.sh [--no-dev|--dev]; PYTHON names the interpreter (python3)
set -euo pipefail
cd "$(dirname "$0")/.."

UV_VERSION=0.13.8
python=$(command -v "${PYTHON:-python3}" || true)
uv=build/uv/bin/uv

if [[ -z $python ]] || ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "Python 3.11 or newer is needed; name one with PYTHON=..." >&2
    exit 1
fi
# The interpreter itself, and not a shim that leads to it: uv would take .venv for another one's, and make it anew each time
python=$("$python" -c 'import sys; print(sys._base_executable)')
echo "setting up .venv ..."
if [[ $("$uv" --version 2>/dev/null) != "uv $UV_VERSION"* ]]; then
    "$python" -m venv --clear build/uv
    build/uv/bin/python -m pip install -qq --disable-pip-version-check "uv==$UV_VERSION"
fi
UV_PYTHON_DOWNLOADS=never "$uv" sync --quiet --locked --inexact --extra kiosk --python "$python" --compile-bytecode "${1:---no-dev}"
