"""Provinces of today and of before."""

import pytest

from lantoa.catalogue.procedures.provinces import named_in, names, of_name


def test_there_are_34() -> None:
    assert len(names()) == len(set(names())) == 34


@pytest.mark.parametrize(
    ("text", "province"),
    [
        ("Gia Lai", "Gia Lai"),
        ("tỉnh Bình Định", "Gia Lai"),
        ("Thành phố Hồ Chí Minh", "TP. Hồ Chí Minh"),
        ("TP. Hồ Chí Minh", "TP. Hồ Chí Minh"),
        ("Bà Rịa - Vũng Tàu", "TP. Hồ Chí Minh"),
        ("Hoà Bình", "Phú Thọ"),
        ("THANH HOÁ", "Thanh Hóa"),
        ("  đà  nẵng ", "Đà Nẵng"),
        ("Paris", ""),
        ("", ""),
    ],
)
def test_a_name_is_found_whatever_its_spelling(text: str, province: str) -> None:
    assert of_name(text) == province


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sở Xây dựng tỉnh Bắc Giang", {"Bắc Ninh"}),
        ("người gốc Việt Nam định cư ở nước ngoài", set()),
        ("tỉnh Lào Cai, tỉnh Yên Bái", {"Lào Cai"}),
        ("tỉnh Huế và thành phố Đà Nẵng", {"Huế", "Đà Nẵng"}),
        ("Sở Nội vụ Hà Nội", set()),
    ],
)
def test_running_text_names_a_province_by_its_kind(text: str, found: set[str]) -> None:
    assert named_in(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sở Nội vụ Hà Nội", {"Hà Nội"}),
        ("12 đường Điện Biên Phủ, Huế", {"Huế"}),
        ("số 3 đường Hà Nội, phường An Giang", set()),
        ("Ban quản lý Lăng Chủ tịch Hồ Chí Minh", set()),
    ],
)
def test_in_addresses_a_bare_name_counts_unless_something_smaller_bears_it(
    text: str, found: set[str]
) -> None:
    assert named_in(text, bare=True) == found
