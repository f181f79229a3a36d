"""`kiosk find`: one answer for a query, one a line for a batch, whatever stands in the lines."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from content import wire
from kiosk.cli import main
from kiosk.folder import open_copy


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    store = open_copy(folder)
    store.replace_feed("city", [wire.read({
        "type": "offer", "id": f"city:{key}", "kind": "service", "source": {"feed": "city"},
        "texts": {"de": {"title": title}}}) for key, title in (("a", "Wohngeldstelle"), ("b", "Tanzcafé Quickborn"))])
    store.close()
    return folder


def run(data: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["find", *arguments, "--data", str(data)])


def test_a_query(data: Path) -> None:
    result = run(data, "Tanzcafé", "--lang", "de", "--json")
    assert result.exit_code == 0
    answer = json.loads(result.stdout)
    assert answer["hits"][0] == "city:b"
    assert answer.keys() == {"hits", "ms", "did_you_mean"}
    assert 0 < answer["ms"] < 5000


def test_what_may_have_been_meant(data: Path) -> None:
    answer = json.loads(run(data, "Quickbron", "--json").stdout)
    assert (answer["hits"], answer["did_you_mean"]) == (["city:b"], ["Quickborn"])


def test_the_limit(data: Path) -> None:
    assert len(json.loads(run(data, "Notruf", "--limit", "2", "--json").stdout)["hits"]) == 2


def test_without_json_a_line_a_hit(data: Path) -> None:
    assert run(data, "Quickbron").stdout.splitlines() == ["city:b  [de]  (guessed)"]


def test_a_batch_answers_every_line_in_order_and_names_the_bad_ones(data: Path, tmp_path: Path) -> None:
    lines = tmp_path / "queries.jsonl"
    lines.write_bytes(b'{"q": "Tanzcaf\xc3\xa9", "lang": "de"}\nnonsense\n{"lang": "de"}\n[1]\n\n{"q": "\xff"}\n'
                      b'{"q": "dans kafe Quickborn", "lang": "TR"}\n')
    result = run(data, "--batch", str(lines), "--json")
    assert result.exit_code == 0
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [answer["hits"][:1] for answer in answers] == [["city:b"], [], [], [], [], [], ["city:b"]]
    assert [line.split(":")[0] for line in result.stderr.splitlines()] == ["line 2", "line 3", "line 4", "line 5"]


def test_neither_query_nor_batch_is_an_error(data: Path) -> None:
    assert run(data).exit_code == 2


def test_languages_go_by_other_names_too(data: Path) -> None:
    assert run(data, "Quickborn", "--lang", "de-si", "--json").exit_code == 0
