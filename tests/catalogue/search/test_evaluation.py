"""Measuring the search."""

import json
from pathlib import Path

import pytest

from lantoa.catalogue.search import evaluation
from lantoa.catalogue.search.engine import Engine
from lantoa.catalogue.search.errors import QuestionsUnreadableError
from lantoa.catalogue.search.evaluation import Asked, Outcome, Right
from tests.catalogue.search.conftest import PROVINCE, document


def outcome(place: int | None, *, in_scope: bool = True, accepted: bool = True) -> Outcome:
    return Outcome(Asked("?", ("1.000001",), in_scope=in_scope), place, accepted, 1.0)


def test_recall_and_mean_reciprocal_rank() -> None:
    figures = evaluation.figures([outcome(0), outcome(1), outcome(5), outcome(None)])
    assert figures == {"n": 4, "recall@1": 0.25, "recall@5": 0.5, "mrr@10": 0.4167}


def test_out_of_scope_questions_do_not_count_in_recall() -> None:
    assert evaluation.figures([outcome(0), outcome(None, in_scope=False)])["n"] == 1


def test_refusals_are_counted_both_ways() -> None:
    outcomes = [
        outcome(0),
        outcome(0, accepted=False),
        outcome(None, in_scope=False, accepted=False),
    ]
    report = evaluation.report(outcomes)
    assert (report["out_of_scope_refused"], report["in_scope_wrongly_refused"]) == (1.0, 0.5)


def test_no_questions_give_no_figures() -> None:
    assert evaluation.report([])["recall@1"] is None


def test_same_name_and_shared_level_count_alike() -> None:
    documents = [
        document("1.000001", "Thành lập hội", "Hội"),
        document("1.000002", "THÀNH LẬP HỘI", "Hội"),
        document("1.000003", "Thành lập hội", "Hội", PROVINCE),
    ]
    assert Right(documents).places(["1.000001"]) == {0, 1}


def test_codes_the_catalogue_lacks_are_never_right() -> None:
    assert Right([document("1.000001", "Thành lập hội", "Hội")]).places(["9.999999"]) == set()


def test_every_question_is_asked(engine: Engine) -> None:
    asked = [Asked("đăng ký khai sinh", ("1.001193",)), Asked("trời mưa không", in_scope=False)]
    first, second = evaluation.run(engine, asked)
    assert first.place == 0 and second.place is None and first.took_ms > 0


def test_questions_can_be_asked_without_marks(engine: Engine) -> None:
    asked = [Asked("đăng ký khai sinh", ("1.001193",))]
    assert evaluation.run(engine, asked, strip=True)[0].place == 0


def test_questions_are_read_from_json_lines(tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text(json.dumps({"question": "a", "codes": ["1.000001"], "origin": "x"}) + "\n")
    assert evaluation.load(file) == [Asked("a", ("1.000001",), origin="x")]


@pytest.mark.parametrize("line", ["{", "[]", '{"codes": []}'])
def test_a_bad_line_is_named(tmp_path: Path, line: str) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text('{"question": "a"}\n' + line + "\n")
    with pytest.raises(QuestionsUnreadableError, match="line 2"):
        evaluation.load(file)
