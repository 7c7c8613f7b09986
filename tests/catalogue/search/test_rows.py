"""How a result is put into words."""

import pytest
from django.utils.translation import override

from lantoa.catalogue.search.rows import marked, who


def test_matched_words_are_found_whatever_their_marks():
    assert marked("Cấp lại căn cước", ["can cuoc"]) == (("Cấp lại", False), ("căn cước", True))


def test_a_title_without_matches_is_one_piece():
    assert marked("Cấp lại", []) == (("Cấp lại", False),)


@pytest.mark.parametrize(
    ("agency", "levels", "told"),
    [
        ("Công an cấp xã", ["Cấp Xã"], "Công an cấp xã"),
        ("Sở Tư pháp", ["Cấp Tỉnh"], "Sở Tư pháp (cấp tỉnh)"),
        (
            "Ủy ban Nhân dân\u00a0xã, phường, thị trấn.",
            ["Cấp Xã"],
            "Ủy ban Nhân dân xã, phường, thị trấn",
        ),
        ("Cục quản lý về trật tự, xã hội", ["Cấp Xã"], "Cục quản lý về trật tự, xã hội (cấp xã)"),
        ("Công an tỉnh", ["Cấp Tỉnh", "Cấp Xã"], "Công an tỉnh (cấp tỉnh, cấp xã)"),
        ("Bộ Tài chính", ["Cấp Bộ"], "Bộ Tài chính"),
        ("Bộ phận một cửa", ["Cấp Bộ"], "Bộ phận một cửa (cấp bộ)"),
        ("", ["Cấp Xã", "Cấp Tỉnh"], "cơ quan cấp xã, cấp tỉnh"),
        ("", [], ""),
    ],
)
def test_the_level_is_told_where_the_agency_does_not_tell_it(
    agency: str, levels: list[str], told: str
):
    assert who(agency, levels) == told


def test_to_who_reads_english_a_name_in_vietnamese_tells_no_level():
    with override("en"):
        assert who("Công an cấp xã", ["Cấp Xã"]) == "Công an cấp xã (commune level)"
