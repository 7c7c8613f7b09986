"""Reading what people type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.catalogue.search.question import MAX_WORDS, noise_phrases, read, typing_habits

SAID = "dang ky khai sinh ket hon giay phep lai xe ho kinh doanh dat nha"
KNOWN = dict.fromkeys(SAID.split(), 5.0)


def words(text: str) -> str:
    return " ".join(read(text, KNOWN).words)


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("Đăng ký KHAI SINH", "dang ky khai sinh"),
        ("ddangw kys khai sinh", "dang ky khai sinh"),
        ("đăng kí khai snh", "dang ky khai sinh"),
        ("đk khai sinh", "dang ky khai sinh"),
        ("giaays pheps lái xe", "giay phep lai xe"),
    ],
)
def test_ways_of_typing_are_understood(typed: str, understood: str) -> None:
    assert words(typed) == understood


def test_noise_around_the_need_is_taken_out() -> None:
    assert words("cho em hỏi đăng ký kết hôn") == "dang ky ket hon"


def test_a_question_of_noise_alone_keeps_its_words() -> None:
    assert words("cho em hỏi") == "cho em hoi"


def test_repairs_are_told() -> None:
    assert ("snh", "sinh") in read("khai snh", KNOWN).repairs


def test_good_words_are_never_repaired() -> None:
    assert read("đất nhà", KNOWN).repairs == ()


def test_short_words_and_numbers_are_left_alone() -> None:
    assert read("xy 123456", KNOWN).repairs == ()


def test_marks_are_kept_beside_folded_words() -> None:
    assert read("khai sinh", KNOWN).toned == ()
    assert read("lái xe", KNOWN).toned == ("lai/s", "xe")


def test_share_of_known_words() -> None:
    assert read("khai sinh qwqwqw zzzzzz", KNOWN).known == 0.5


@given(st.text(max_size=2000))
def test_any_text_can_be_read(text: str) -> None:
    question = read(text, KNOWN)
    assert len(question.spoken) <= MAX_WORDS * 3
    assert all(word.isascii() for word in question.words)


def test_typing_habits_and_noise_are_sane() -> None:
    assert len(typing_habits()) > 200 and len(noise_phrases()) > 200
    assert all(meant and typed != meant for typed, meant in typing_habits().items())
