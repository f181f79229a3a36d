"""A bundle comes back as it was written, or not at all."""

import io
import random
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from nacl.signing import SigningKey

from sync.wire.bundle import HEAD, BadBundle, Bundle
from sync.wire.bundling import Content, write
from sync.wire.manifest import Manifest
from sync.wire.record import COLLECTIONS, Line, key_of
from sync.wire.signature import Untrusted

KEY, OTHER = SigningKey(b"k" * 32), SigningKey(b"o" * 32)
LINES = [Line(key_of(f"f:{number}"), number, {"id": f"f:{number}", "text": "Größe\n" * number}) for number in range(50)]
RECORDS = {"offers": LINES, "guides": LINES[:1]}
MANIFESTS = {name: Manifest(name, 1, 50, len(RECORDS[name]), "0" * 64, datetime(2026, 11, 26, tzinfo=UTC))
             for name in COLLECTIONS}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_to(tmp_path / "a.anlaufstelle")


def write_to(path: Path, key: SigningKey = KEY) -> Path:
    signed = {name: manifest.signed_by(KEY) for name, manifest in MANIFESTS.items()}
    write(path, Content("luebeck", signed, RECORDS, ["r1", "r2"]), key)
    return path


def repack(path: Path, change: dict[str, bytes], *extra: tuple[str, bytes]) -> None:
    """The same archive with some members changed and others added."""
    with zipfile.ZipFile(path) as archive:
        members = [(name, change.get(name, archive.read(name))) for name in archive.namelist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (*members, *extra):
            archive.writestr(name, content)


def test_a_bundle_comes_back_as_it_was_written(path: Path) -> None:
    with Bundle(path, KEY.verify_key) as bundle:
        assert bundle.bucket == "luebeck"
        assert bundle.manifests == MANIFESTS
        assert {name: list(bundle.records(name)) for name in COLLECTIONS} == RECORDS
        assert bundle.receipts() == {"r1", "r2"}
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_an_empty_hub_has_a_bundle_too(tmp_path: Path) -> None:
    signed = {name: manifest.signed_by(KEY) for name, manifest in MANIFESTS.items()}
    write(tmp_path / "e", Content("luebeck", signed, {name: [] for name in COLLECTIONS}, []), KEY)
    with Bundle(tmp_path / "e", KEY.verify_key) as bundle:
        assert not list(bundle.records("offers"))
        assert not bundle.receipts()


def test_a_bundle_that_cannot_be_written_whole_leaves_nothing(tmp_path: Path) -> None:
    def broken():
        yield LINES[0]
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        write(tmp_path / "b", Content("luebeck", {}, {"offers": [], "guides": broken()}, []), KEY)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("change", [
    {"offers.jsonl": b""}, {"offers.jsonl": b"{}" * 10}, {"receipts.jsonl": b'{"id":"x"}\n'}, {"manifest.json": b"{}"},
    {"bundle.json": b"{}"}, {"bundle.sig": b"x" * 64}, {"bundle.sig": b""}, {"offers.jsonl": bytes(20_000_000)}])
def test_a_changed_member_is_found_before_anything_is_read(path: Path, change: dict[str, bytes]) -> None:
    repack(path, change)
    with pytest.raises((Untrusted, BadBundle)):
        Bundle(path, KEY.verify_key)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", ["more.jsonl", "../outside", "/etc/passwd", "offers.jsonl", HEAD])
def test_other_members_are_not_taken(path: Path, name: str) -> None:
    repack(path, {}, (name, b"x"))
    with pytest.raises(BadBundle):
        Bundle(path, KEY.verify_key)


def test_another_key_is_not_believed(path: Path) -> None:
    with pytest.raises(Untrusted, match="the signature is not the hub's"):
        Bundle(path, OTHER.verify_key)
    with pytest.raises(Untrusted):
        Bundle(write_to(path, OTHER), KEY.verify_key)


def test_a_file_that_is_no_bundle_or_a_part_of_one_is_said(path: Path) -> None:
    whole = path.read_bytes()
    for broken in (b"", b"PK\5\6", b"no zip at all, but long enough for one", whole[:-1], whole[: len(whole) // 2],
                   whole + b"x"):
        path.write_bytes(broken)
        with pytest.raises(BadBundle):
            Bundle(path, KEY.verify_key)
    with pytest.raises(BadBundle, match="No such file"):
        Bundle(path.with_name("none"), KEY.verify_key)


def test_a_directory_of_thousands_is_not_read(path: Path) -> None:
    many = io.BytesIO()
    with zipfile.ZipFile(many, "w") as archive:
        for number in range(70_000):  # more than a plain directory counts: its true size lies elsewhere
            archive.writestr(f"{number}", b"")
    path.write_bytes(many.getvalue())
    with pytest.raises(BadBundle, match="no bundle, or broken off"):  # and not what it says of members it has read
        Bundle(path, KEY.verify_key)


def test_a_byte_that_flipped_anywhere_never_gives_other_content(path: Path) -> None:
    whole, chance = path.read_bytes(), random.Random(5)
    for _ in range(300):
        broken = bytearray(whole)
        broken[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        path.write_bytes(broken)
        try:
            with Bundle(path, KEY.verify_key) as bundle:
                assert {name: list(bundle.records(name)) for name in COLLECTIONS} == RECORDS
                assert bundle.receipts() == {"r1", "r2"}
        except (Untrusted, BadBundle):
            pass
