"""Legal bases."""

import pytest

from lantoa.catalogue.importing.normalise.laws import laws
from lantoa.catalogue.procedures.content import LegalBasis


def test_both_shapes_of_rows_are_read_and_each_law_comes_once() -> None:
    rows = [
        {"title": "Luật Hộ tịch", "number": "60/2014/QH13"},
        {"trich_yeu": "Luật Hộ tịch", "so_ky_hieu": "60/2014/QH13", "ngay_ban_hanh": "x"},
        {"title": "Thông tư", "number": None},
        {"title": "", "number": ""},
    ]
    assert laws(rows)[0] == (LegalBasis("Luật Hộ tịch", "60/2014/QH13"), LegalBasis("Thông tư"))


@pytest.mark.parametrize("value", [None, "", "Không có thông tin căn cứ pháp lý.", [], [5]])
def test_no_law_is_nothing_and_not_odd(value: object) -> None:
    assert laws(value) == ((), "", [])


def test_titles_and_numbers_that_ran_together_are_told_apart() -> None:
    text = "Quy định về đường bộ.165/2024/NĐ-CPVề phân cấp144/2025/NĐ-CP"
    assert laws(text)[0] == (
        LegalBasis("Quy định về đường bộ.", "165/2024/NĐ-CP"),
        LegalBasis("Về phân cấp", "144/2025/NĐ-CP"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Thông tư 21/2007/TT-BCA21/2007/TT-BCA",
        "Nghị định số 85/2020/NĐ-CP",
        "Theo quy định của Luật Đất đai",
        "Về phân cấp144/2025/NĐ-CP và các văn bản khác",
    ],
)
def test_text_that_is_not_sure_stays_text(text: str) -> None:
    found, rest, problems = laws(text)
    assert (found, rest) == ((), text)
    assert [problem.code for problem in problems] == ["laws_as_text"]
