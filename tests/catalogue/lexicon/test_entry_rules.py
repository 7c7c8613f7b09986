"""What makes an entry fit, in the form and in a file."""

import pytest

from lantoa.catalogue.lexicon.rules import official_problem, squeezed, strange, term_problem


@pytest.mark.parametrize("term", ["sổ đỏ", "CCCD", "làm giấy khai sinh cho con", "3 tại chỗ"])
def test_terms_people_type_are_fit(term: str) -> None:
    assert term_problem(term) == ""


@pytest.mark.parametrize(
    ("term", "why"),
    [
        ("", "bắt đầu"),
        ("=1+1", "bắt đầu"),
        ("@sum", "bắt đầu"),
        ("bà", "ngắn quá"),
        ("a b", "ngắn quá"),
        ("một hai ba bốn năm sáu bảy", "6 tiếng"),
        ("a" * 101, "100 ký tự"),
        ("sổ\u200bđỏ", "không nhìn thấy"),
    ],
)
def test_unfit_terms_are_told_why(term: str, why: str) -> None:
    assert why in term_problem(term)


@pytest.mark.parametrize(
    ("phrases", "why"),
    [
        ([], "ít nhất một"),
        (["đăng ký"] * 6, "Nhiều nhất 5"),
        (["đ" * 600, "k" * 600], "1.000 ký tự"),
        (["-đăng ký"], "bắt đầu"),
        (["đăng\x00ký"], "bắt đầu"),
    ],
)
def test_unfit_phrases_are_told_why(phrases: list[str], why: str) -> None:
    assert why in official_problem(phrases)


def test_phrases_are_looked_up_without_marks_and_case() -> None:
    names = ["Đăng ký khai sinh có yếu tố nước ngoài", "Hộ tịch"]
    assert strange(["dang ky KHAI SINH", "hộ tịch", "giấy tờ xe"], names) == ["giấy tờ xe"]


def test_spaces_are_squeezed() -> None:
    assert squeezed("  sổ \n  đỏ\t") == "sổ đỏ"
