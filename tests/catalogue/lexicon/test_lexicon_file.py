"""Own entries as CSV, out and in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.catalogue.lexicon.models import Kind, Region
from lantoa.catalogue.lexicon.queries import Line, Origin, Term
from lantoa.catalogue.lexicon.rules import term_problem
from lantoa.catalogue.lexicon.sheet import MOST_LINES, Outcome, proposed, written
from lantoa.core.text.vietnamese import fold

HEADER = "term,official,kind,region\n"
BIRTH = Term("giấy bà đỡ", ("đăng ký khai sinh", "khai sinh"), "regional", "central")
OWN = Line("giay ba do", BIRTH, Origin.OWN)
SHIPPED = Line("so do", Term("sổ đỏ", ("đất đai",), "colloquial", "all"), Origin.SHIPPED)
PRESENT = {line.folded: line for line in (OWN, SHIPPED)}


def outcomes(text: str) -> list[str]:
    return [line.outcome.value for line in proposed(text, PRESENT)]


def test_only_own_entries_in_use_are_written() -> None:
    off = Line("ho khau", Term("hộ khẩu", ("thường trú",), "oldname", "all"), Origin.CHANGED, False)
    rows = written([OWN, SHIPPED, off]).splitlines()
    assert rows == [
        "term,official,kind,region",
        "giấy bà đỡ,đăng ký khai sinh | khai sinh,regional,central",
    ]


def test_what_was_written_changes_nothing_when_read_back() -> None:
    assert outcomes(written([OWN])) == ["unchanged"]


WORD = st.text(st.characters(categories=["Ll", "Lu", "Nd"]), min_size=3, max_size=6)
PHRASE = st.lists(WORD, min_size=1, max_size=4).map(" ".join)
TERM = st.builds(
    Term,
    PHRASE.filter(lambda text: not term_problem(text)),
    st.lists(PHRASE, min_size=1, max_size=5).map(tuple),
    st.sampled_from(Kind.values),
    st.sampled_from(Region.values),
)


@given(TERM)
def test_whatever_an_editor_may_write_survives_the_file(term: Term) -> None:
    line = Line(fold(term.term), term, Origin.OWN)
    (read,) = proposed(written([line]), {line.folded: line})
    assert (read.term, read.outcome) == (term, Outcome.UNCHANGED)


def test_each_line_says_what_it_would_do() -> None:
    text = (
        HEADER + "giấy mới,đăng ký,colloquial,all\nSổ đỏ,đất,colloquial,all\nbà,x,colloquial,all\n"
    )
    new, changed, rejected = proposed(text, PRESENT)
    assert (new.outcome, changed.outcome) == (Outcome.NEW, Outcome.CHANGED)
    assert (rejected.number, rejected.outcome) == (4, Outcome.REJECTED)
    assert "ngắn quá" in rejected.problem


def test_kind_and_region_may_be_left_out() -> None:
    (line,) = proposed("official,term\nđăng ký,giấy mới\n", {})
    assert line.term == Term("giấy mới", ("đăng ký",), "colloquial", "all")


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("giấy mới,đăng ký,fancy,all", "Loại"),
        ("giấy mới,đăng ký,colloquial,moon", "Vùng"),
        ("giấy mới,,colloquial,all", "ít nhất một"),
        (",đăng ký,colloquial,all", "bắt đầu"),
        ("giấy mới", "ít nhất một"),
    ],
)
def test_a_line_that_is_not_fit_says_why(row: str, why: str) -> None:
    (line,) = proposed(f"{HEADER}{row}\n", {})
    assert why in line.problem


def test_the_second_of_two_equal_terms_is_rejected() -> None:
    assert outcomes(f"{HEADER}giấy mới,a b c,,\nGIAY MOI,d e f,,\n") == ["new", "rejected"]


def test_a_switched_off_entry_in_the_file_would_be_switched_on() -> None:
    off = Line(OWN.folded, BIRTH, Origin.OWN, active=False)
    (line,) = proposed(written([OWN]), {off.folded: off})
    assert line.outcome is Outcome.CHANGED


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "các cột"),
        ("a,b\n1,2\n", "các cột"),
        (HEADER + '"no end', "không đọc được"),
        (HEADER + "từ này,đăng ký,,\n" * (MOST_LINES + 1), "2.000 dòng"),
    ],
)
def test_what_is_no_such_table_is_refused(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        proposed(text, {})
