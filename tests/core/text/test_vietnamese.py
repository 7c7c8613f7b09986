"""Folding, tones and Telex."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.core.text.vietnamese import fold, from_telex, has_marks, strip_marks, toned


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đăng ký KHAI SINH", "dang ky khai sinh"),
        ("  Hộ-kinh   doanh (cấp xã). ", "ho kinh doanh cap xa"),
        ("Quyền sử dụng đất", "quyen su dung dat"),
        ("mã 1.004194", "ma 1 004194"),
        ("🙂 !!!", ""),
    ],
)
def test_folding_leaves_plain_words(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="ăâđêôơưáàảãạếềểễệốồổỗộ ", max_size=300))
def test_folded_text_is_plain_whatever_its_length(text: str) -> None:
    assert fold(text).isascii()
    assert fold(text * 3) == " ".join(fold(text * 3).split())


def test_composed_and_decomposed_marks_fold_alike() -> None:
    assert fold("Hu\u1ebf") == fold("Hue\u0302\u0301") == "hue"


@pytest.mark.parametrize(("old", "new"), [("hoà", "hòa"), ("thuỷ", "thủy"), ("loá", "lóa")])
def test_old_and_new_tone_places_are_one_word(old: str, new: str) -> None:
    assert toned(old) == toned(new)


def test_tones_tell_words_apart() -> None:
    assert len({toned(word) for word in ("ma", "má", "mà", "mả", "mã", "mạ")}) == 6


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ddangw", "đăng"),
        ("kys", "ký"),
        ("giaays", "giấy"),
        ("thuowngf", "thường"),
        ("ddaats", "đất"),
        ("hooj", "hộ"),
        ("vieejc", "việc"),
        ("sinh", "sinh"),
        ("so1", "so1"),
    ],
)
def test_telex_keys_become_the_word_they_would_have_made(typed: str, meant: str) -> None:
    assert fold(from_telex(typed)) == fold(meant)


@given(st.text(max_size=20))
def test_telex_never_fails(text: str) -> None:
    assert isinstance(from_telex(text), str)


@pytest.mark.parametrize(("text", "marked"), [("lam lai", False), ("làm lại", True), ("đi", True)])
def test_marks_are_noticed(text: str, marked: bool) -> None:
    assert has_marks(text) is marked


def test_stripping_keeps_signs() -> None:
    assert strip_marks("Đất, nhà?") == "dat, nha?"
