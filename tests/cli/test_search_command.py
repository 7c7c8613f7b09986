"""`lantoa search` on the command line."""

import json
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.conf import LazySettings

from lantoa.catalogue.search import store
from lantoa.catalogue.search.engine import Engine
from lantoa.cli.search import search
from tests.catalogue.search.conftest import engine as engine


@pytest.fixture
def indexed(engine: Engine, settings: LazySettings, tmp_path: Path, now: datetime) -> Path:
    settings.INDEX_DIR = tmp_path
    store.save(engine.index, tmp_path, fingerprint="", now=now, seconds=1.5)
    return tmp_path


def run(*arguments: str) -> tuple[int, str]:
    outcome = CliRunner().invoke(search, list(arguments))
    return outcome.exit_code, outcome.output


def test_a_question_is_asked_without_naming_a_command(indexed: Path) -> None:
    code, output = run("dang ky khai sinh")
    assert code == 0 and "1.001193" in output.splitlines()[1]


def test_the_answer_as_json(indexed: Path) -> None:
    code, output = run("thủ tục 1.000894", "--limit", "1", "--json")
    answer = json.loads(output)
    assert code == 0 and answer["in_scope"] is True
    assert set(answer) == {"query", "took_ms", "in_scope", "results"}
    assert [set(each) for each in answer["results"]] == [{"code", "name", "score"}]
    assert answer["results"][0]["code"] == "1.000894"


def test_a_question_nothing_fits_says_so(indexed: Path) -> None:
    assert "nothing in the catalogue seems to fit" in run("thời tiết hôm nay")[1]


def test_where_nothing_comes_near_nothing_near_is_announced(indexed: Path) -> None:
    assert run("")[1].strip().endswith("nothing in the catalogue seems to fit")


def test_measuring_prints_every_figure(indexed: Path, tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    rows = [
        {"question": "khai sinh", "codes": ["1.001193"], "unaccented": True, "origin": "own"},
        {"question": "trời mưa không", "codes": [], "in_scope": False},
    ]
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    figures = json.loads(run("eval", str(file), "--json")[1])
    assert figures["n"] == 1 and figures["by_origin"]["own"]["recall@1"] == 1.0
    assert {"recall@5", "mrr@10", "unaccented", "out_of_scope_refused", "p50_ms"} <= set(figures)
    assert {"p95_ms", "index_seconds", "load_seconds", "memory_mb"} <= set(figures)


def test_figures_for_people(indexed: Path, tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text('{"question": "khai sinh", "codes": ["1.001193"]}', encoding="utf-8")
    assert "recall@1" in run("eval", str(file))[1]


def test_a_file_that_holds_no_questions_is_named(indexed: Path, tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text("hello", encoding="utf-8")
    code, output = run("eval", str(file))
    assert code == 1 and "line 1" in output


def test_without_an_index_the_way_on_is_said(settings: LazySettings, tmp_path: Path) -> None:
    settings.INDEX_DIR = tmp_path / "none"
    code, output = run("khai sinh")
    assert code == 1 and "lantoa search build" in output


def test_no_question_is_wrong_use() -> None:
    assert run("ask")[0] == 2
