"""What lies on a stick: bundles of hubs, receipts, and outboxes on their way."""

import errno
import re
import uuid
from collections.abc import Iterator, Sequence
from pathlib import Path

from content.file import keep_names, written
from sync.wire import receipt, sealed
from sync.wire.bundle import SUFFIX, BadBundle, Bundle
from sync.wire.provisioning import Hub
from sync.wire.record import COLLECTIONS
from sync.wire.sealed import Item
from sync.wire.signature import Untrusted

_LARGEST = 16 << 20  # bytes of a file of receipts
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class NoBundle(Exception):
    """There is no bundle there."""


def newest(path: Path, hub: Hub) -> Bundle:
    """The newest bundle of that hub, opened: the file at `path`, or one in that folder or the folders in it.

    Raises `NoBundle`, or where there are some and none can be taken, the `Untrusted` or `BadBundle` of the last.
    """
    best: Bundle | None = None
    wrong: Exception = NoBundle(f"there is no bundle in {path}")
    for file in [path] if path.is_file() else _found(path, f"*{SUFFIX}"):
        try:
            bundle = _of(hub, file)
        except (Untrusted, BadBundle) as error:
            wrong = error
            continue
        if best and _age(best) >= _age(bundle):
            bundle.close()
        else:
            if best:
                best.close()
            best = bundle
    if best is None:
        raise wrong
    return best


def receipts(path: Path, hub: Hub) -> set[str]:
    """The ids of what has arrived at that hub, as the receipts on a stick say; those of others are passed over."""
    arrived: set[str] = set()
    for file in _found(path, f"{receipt.FOLDER}/*{receipt.SUFFIX}"):
        try:
            with file.open("rb") as opened:
                arrived |= receipt.read(opened.read(_LARGEST), hub.verifying, file.name)
        except (OSError, Untrusted):
            continue
    return arrived


def leave(path: Path, hub: Hub, items: Sequence[Item]) -> None:
    """Leave the items on a stick for the hub, in place of what this kiosk left there before: what is not among them has
    arrived. All of it is on the stick when this returns. Raises `OSError`."""
    folder = path / sealed.FOLDER
    before = [file for file in _found(folder, f"{hub.kiosk}-*{sealed.SUFFIX}")
              if _UUID.fullmatch(file.stem.removeprefix(f"{hub.kiosk}-"))]
    if items:
        folder.mkdir(exist_ok=True)
        keep_names(path)
        with written(folder / f"{hub.kiosk}-{uuid.uuid4()}{sealed.SUFFIX}") as file:
            file.write(sealed.seal(items, hub.sealing))
    for old in before:
        old.unlink(missing_ok=True)


def why_not(error: OSError) -> str:
    """Why nothing could be left on a stick."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return "the stick is full"
    if error.errno in {errno.EROFS, errno.EACCES, errno.EPERM}:
        return "the stick cannot be written to"
    return f"the stick cannot be written to ({error.strerror})"


def _found(path: Path, pattern: str) -> Iterator[Path]:
    """The files of that form in a folder and in the folders in it; hidden ones are somebody's half or rubbish."""
    for form in (pattern, f"*/{pattern}"):
        yield from sorted(file for file in path.glob(form) if not file.name.startswith("."))


def _of(hub: Hub, file: Path) -> Bundle:
    bundle = Bundle(file, hub.verifying)
    if bundle.bucket != hub.bucket:
        bundle.close()
        raise Untrusted(f"{file.name}: for {bundle.bucket!r}, not for {hub.bucket!r}")
    return bundle


def _age(bundle: Bundle) -> list[tuple[int, int]]:
    return [(bundle.manifests[name].epoch, bundle.manifests[name].timestamp) for name in COLLECTIONS]
