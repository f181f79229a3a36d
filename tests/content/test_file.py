"""Files that are there whole or not at all."""

import sys
from pathlib import Path

import pytest

from content.file import written


def fail(place: Path) -> None:
    with written(place) as file:
        file.write(b"half of it")
        raise ZeroDivisionError


def test_what_was_written_takes_the_place_of_what_was_there(tmp_path: Path) -> None:
    place = tmp_path / "x"
    for said in (b"first", b"second"):
        with written(place) as file:
            file.write(said)
        assert place.read_bytes() == said
    assert list(tmp_path.iterdir()) == [place]


def test_half_of_it_is_nothing(tmp_path: Path) -> None:
    place = tmp_path / "x"
    with pytest.raises(ZeroDivisionError):
        fail(place)
    assert list(tmp_path.iterdir()) == []
    place.write_bytes(b"before")
    with pytest.raises(ZeroDivisionError):
        fail(place)
    assert [(file, file.read_bytes()) for file in tmp_path.iterdir()] == [(place, b"before")]


@pytest.mark.skipif(sys.platform == "win32", reason="rights are others there")
def test_what_is_private_never_was_for_others(tmp_path: Path) -> None:
    place = tmp_path / "x"
    place.write_bytes(b"for all")
    (tmp_path / ".x.part").write_bytes(b"left by a crash, for all")
    with written(place, private=True) as file:
        assert (tmp_path / ".x.part").stat().st_mode & 0o077 == 0
        file.write(b"mine")
    assert place.stat().st_mode & 0o077 == 0
