"""`kiosk hours`."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk.cli import main


def run(*arguments: str, given: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["hours", "--at", "2026-10-31T11:00", *arguments], input=given)


def answers(result: Result) -> list[dict[str, str | None]]:
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.split("\n") if line]


def test_one_answer_a_line(tmp_path: Path) -> None:
    batch = tmp_path / "hours.txt"
    batch.write_text("Mo-Sa 09:00-18:00; PH off\n\nnach Vereinbarung\nMo-Sa 9-18 Uhr\nSa,PH 9-18 Uhr\nirgendwann\n",
                     encoding="utf-8")
    assert answers(run("--batch", str(batch), "--state", "SH", "--json")) == [
        {"input": "Mo-Sa 09:00-18:00; PH off", "state": "closed", "until": "2026-11-02T09:00",
         "osm": "Mo-Sa 09:00-18:00; PH off"},
        {"input": "", "state": "unknown", "until": None, "osm": ""},
        {"input": "nach Vereinbarung", "state": "by_appointment", "until": None, "osm": '"nach Vereinbarung"'},
        {"input": "Mo-Sa 9-18 Uhr", "state": "unknown", "until": "2026-10-31T18:00", "osm": "Mo-Sa 09:00-18:00"},
        {"input": "Sa,PH 9-18 Uhr", "state": "open", "until": "2026-10-31T18:00", "osm": "Sa,PH 09:00-18:00"},
        {"input": "irgendwann", "state": "unknown", "until": None, "osm": ""},
    ]


def test_standard_input_and_another_land() -> None:
    assert [answer["state"] for answer in answers(
        run("--batch", "-", "--state", "BE", "--json", given=b"Mo-Sa 09:00-18:00; PH off\r\n24/7"))] == ["open", "open"]


@pytest.mark.parametrize("line", [b"\xff\xfe\x00", b"Mo " * 1_000_000, b"\r\r", b"\x00", "Mo\u2028Tu 9\x85".encode()])
def test_broken_and_huge_lines_are_one_unknown_each(line: bytes) -> None:
    states = [answer["state"] for answer in answers(run("--batch", "-", "--json", given=line + b"\n24/7\n"))]
    assert states == ["unknown", "open"]


def test_empty_file() -> None:
    assert answers(run("--batch", "-", "--json", given=b"")) == []


def test_for_people() -> None:
    assert run("Sa,PH 9-18 Uhr").stdout == "open until 2026-10-31T18:00\tSa,PH 09:00-18:00\n"
    assert run("irgendwann").stdout == "unknown\tirgendwann\n"


@pytest.mark.parametrize("arguments", [[], ["24/7", "--state", "XX"], ["24/7", "--at", "gestern"],
                                       ["--batch", "no such file"]])
def test_wrong_use_says_so(arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stderr
    assert not result.stdout
