"""Answers of the engine."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lantoa.catalogue.search.answer import Filters
from lantoa.catalogue.search.engine import Engine, fits
from tests.catalogue.search.conftest import DOCUMENTS, document


def top(engine: Engine, text: str, **filters: object) -> str:
    answer = engine.search(text, filters=Filters(**filters))  # type: ignore[arg-type]
    return answer.results[0].code if answer.results else ""


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("đăng ký khai sinh", "1.001193"),
        ("dang ky khai sinh", "1.001193"),
        ("ddangw kys khai sinh", "1.001193"),
        ("làm giấy khai sinh cho con", "1.001193"),
        ("đăng ký lại khai sinh", "1.004884"),
        ("mất bằng lái xe rồi làm sao", "3.000348"),
        ("em muon mo quan", "1.001612"),
        ("đăng kí kết hơn", "1.000894"),
        ("photo công chứng giấy tờ", "2.000815"),
    ],
)
def test_questions_lead_to_the_right_entry(engine: Engine, question: str, code: str) -> None:
    assert top(engine, question) == code


def test_a_code_finds_its_entry(engine: Engine) -> None:
    assert top(engine, "thủ tục 1.004194 là gì") == "1.004194"


def test_a_province_s_code_finds_the_entry_it_belongs_to(engine: Engine) -> None:
    assert top(engine, "1.115341") == "1.013979"


def test_an_unknown_code_is_read_as_a_question(engine: Engine) -> None:
    assert engine.search("9.999999").in_scope is False


@pytest.mark.parametrize("text", ["", "   ", "!!!", "🙂"])
def test_nothing_asked_nothing_found(engine: Engine, text: str) -> None:
    answer = engine.search(text)
    assert answer.results == () and not answer.in_scope


@pytest.mark.parametrize(
    "text", ["thời tiết hôm nay thế nào", "asdfgh qwerty", "viết cho tôi bài thơ"]
)
def test_what_no_procedure_answers_is_refused(engine: Engine, text: str) -> None:
    assert not engine.search(text).in_scope


def test_results_say_which_words_matched(engine: Engine) -> None:
    result = engine.search("khai sinh").results[0]
    assert result.matched == ("khai", "sinh")


def test_results_say_what_was_taken_for_what(engine: Engine) -> None:
    assert ("mất bằng lái", "cấp lại giấy phép lái xe") in engine.search("mất bằng lái").results[
        0
    ].via


def test_the_limit_holds_and_the_total_is_told(engine: Engine) -> None:
    answer = engine.search("đăng ký", limit=2)
    assert len(answer.results) == 2 < answer.total


def test_scores_are_falling_probabilities(engine: Engine) -> None:
    scores = [each.score for each in engine.search("đăng ký khai sinh").results]
    assert scores == sorted(scores, reverse=True)
    assert 0 < sum(scores) <= 1.001


@pytest.mark.parametrize(
    ("filters", "kept"),
    [
        (Filters(level="Cấp Tỉnh"), {"3.000348"}),
        (Filters(field="Chứng thực"), {"2.000815"}),
        (Filters(online=True), {"1.000894", "1.004194", "1.001612"}),
        (Filters(audience="Doanh nghiệp"), set()),
    ],
)
def test_filters_narrow(filters: Filters, kept: set[str]) -> None:
    assert {each.code for each in DOCUMENTS if fits(each, filters)} == kept


def test_other_provinces_entries_go_and_nation_wide_ones_stay() -> None:
    there, elsewhere = Filters(province="Gia Lai"), Filters(province="Cà Mau")
    local = document("1.115999", "Hỗ trợ nuôi ong", "Nông nghiệp", publisher="Gia Lai")
    assert fits(local, there) and not fits(local, elsewhere)
    assert all(fits(each, elsewhere) for each in DOCUMENTS if not each.publisher)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=600))
def test_no_text_breaks_the_engine(engine: Engine, text: str) -> None:
    assert len(engine.search(text, limit=3).results) <= 3


def test_an_empty_catalogue_answers_nothing() -> None:
    from lantoa.catalogue.search import index as indexing  # noqa: PLC0415
    from lantoa.catalogue.search.concepts import Lexicon  # noqa: PLC0415

    assert Engine(indexing.build([], Lexicon.of([]))).search("khai sinh").results == ()
