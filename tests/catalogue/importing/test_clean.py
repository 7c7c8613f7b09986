"""Text without what editors and web pages leave behind."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.catalogue.importing.normalise.clean import clean, decimal, integer, line, lines


@pytest.mark.parametrize(
    ("source", "cleaned"),
    [
        ("  Nộp \t hồ\u00a0sơ  ", "Nộp hồ sơ"),
        ("Một\r\n\r\n  Hai \rBa", "Một\nHai\nBa"),
        ("Đơn\u200e đề\xad nghị\ufeff", "Đơn đề nghị"),
        ("<p>Một</p><p>Hai<br/>Ba</p>", "Một\nHai\nBa"),
        ("<b>đậm</b> &amp; <a href='x'>nối</a>", "đậm & nối"),
        ("dưới <5 năm và >2 năm", "dưới <5 năm và >2 năm"),
        (unicodedata.normalize("NFD", "Đăng ký"), "Đăng ký"),
    ],
)
def test_text_is_cleaned(source: str, cleaned: str) -> None:
    assert clean(source) == cleaned


@pytest.mark.parametrize(
    "source", ["", " \n ", "-", "|", "Không có thông tin", "không có thông tin.", None, 5, ["x"]]
)
def test_what_says_nothing_is_nothing(source: object) -> None:
    assert clean(source) == ""


def test_no_fee_is_something_said() -> None:
    assert clean("Không") == "Không"


@given(st.text(max_size=200))
def test_cleaning_twice_is_cleaning_once(source: str) -> None:
    assert clean(clean(source)) == clean(source)


def test_one_line_stays_one_line() -> None:
    assert line("Một\nhai") == "Một hai"


@pytest.mark.parametrize("source", [["Một", "Hai; Ba", " Một "], "Một; Hai\nBa"])
def test_items_come_once_and_apart(source: object) -> None:
    assert lines(source) == ("Một", "Hai", "Ba")


def test_items_that_are_no_text_are_passed_over() -> None:
    assert lines(["Một", 2, None]) == ("Một",)
    assert lines({"a": 1}) == ()


@pytest.mark.parametrize(
    ("source", "number"),
    [
        (5, 5.0),
        ("70.000", 70000.0),
        ("1,234,567", 1234567.0),
        ("2,5", 2.5),
        (" 12 ", 12.0),
        ("", None),
        ("hai", None),
        (-1, None),
        (True, None),
        ("1e9", None),
        (float("inf"), None),
    ],
)
def test_numbers_are_read_as_vietnamese_write_them(source: object, number: float | None) -> None:
    assert decimal(source) == number


@pytest.mark.parametrize(("source", "number"), [(2.0, 2), ("3", 3), (2.5, None), (10_000, None)])
def test_counts_are_whole_and_small(source: object, number: int | None) -> None:
    assert integer(source) == number
