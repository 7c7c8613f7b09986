"""Papers to bring."""

import pytest

from lantoa.catalogue.importing.normalise.dossier import dossier
from lantoa.catalogue.procedures.content import DossierCase, Paper

HEAD = "Tên giấy tờMẫu đơn, tờ khaiSố lượng"


def item(name: str, originals: int = 1, copies: int = 0, **more: object) -> dict:
    return {"name": name, "originals": originals, "copies": copies, **more}


def codes(value: object) -> list[str]:
    return [problem.code for problem in dossier(value)[2]]


def test_papers_are_read_case_by_case() -> None:
    rows = [
        {"case": None, "items": [item("Đơn", form="don.docx")]},
        {"case": "Khi mất", "items": [item("Ảnh", 0, 2)]},
    ]
    assert dossier(rows)[0] == (
        DossierCase("", (Paper("Đơn", 1, 0, "don.docx"),)),
        DossierCase("Khi mất", (Paper("Ảnh", 0, 2),)),
    )


def test_neither_originals_nor_copies_is_not_zero_papers() -> None:
    ((case,), _, _) = dossier([{"case": None, "items": [item("Đơn", 0, 0)]}])
    assert case.papers == (Paper("Đơn", None, None),)


def test_a_paper_without_name_is_dropped_and_told() -> None:
    rows = [{"case": None, "items": [item(" "), item("Đơn")]}]
    assert dossier(rows)[0] == (DossierCase("", (Paper("Đơn", 1, 0),)),)
    assert codes(rows) == ["paper_without_name"]


def test_the_same_paper_twice_comes_once_and_one_case_is_one() -> None:
    rows = [{"case": "A", "items": [item("Đơn"), item("Đơn")]}, {"case": "A", "items": []}]
    assert dossier(rows)[0] == (DossierCase("A", (Paper("Đơn", 1, 0),)),)


def test_a_case_may_be_a_note_without_papers() -> None:
    assert dossier([{"case": "Lưu ý: mang bản gốc"}])[0] == (DossierCase("Lưu ý: mang bản gốc"),)


def test_rows_of_the_other_shape_are_one_case() -> None:
    row = {"ten_giay_to": "Đơn", "so_luong": "mau.doc", "ghi_chu": "Bản chính: 1\nBản sao: 2"}
    assert dossier([row, {"ten_giay_to": "Ảnh", "so_luong": "", "ghi_chu": ""}])[0] == (
        DossierCase("", (Paper("Đơn", 1, 2, "mau.doc"), Paper("Ảnh"))),
    )


@pytest.mark.parametrize("value", [None, [], "", [{"case": "", "items": []}], ["x"], 5])
def test_no_dossier_is_told_as_missing(value: object) -> None:
    assert dossier(value)[:2] == ((), "")
    assert codes(value) == ["dossier_missing"]


def test_a_table_that_ran_together_is_told_apart() -> None:
    text = f"--{HEAD}Đơn đề nghị;1 bản chínhẢnh thẻ0 bản chính,2 bản sao"
    assert dossier(text) == (
        (DossierCase("", (Paper("Đơn đề nghị;", 1, 0), Paper("Ảnh thẻ", 0, 2))),),
        "",
        [],
    )


def test_cases_of_such_a_table_keep_their_titles() -> None:
    text = f"1. Cấp mới{HEAD}Đơn1 bản chính2. Cấp lại{HEAD}Giấy cũ1 bản sao"
    titles = [case.title for case in dossier(text)[0]]
    assert titles == ["1. Cấp mới", "2. Cấp lại"]


def test_a_form_glued_to_a_name_is_cut_where_that_is_sure() -> None:
    ((case,), _, _) = dossier(f"{HEAD}Đơn theo quy địnhMẫu số 1.docx1 bản chính")
    assert case.papers == (Paper("Đơn theo quy định", 1, 0, "Mẫu số 1.docx"),)


@pytest.mark.parametrize(
    "text",
    [
        "Đơn và ảnh",
        f"{HEAD}Đơn theo quy địnhđơn.docx1 bản chính",
        f"{HEAD}Đơn; 1 bản chínhẢnh1 bản chính",
        f"{HEAD}Đơn1 bản chínhcòn gì nữa",
    ],
)
def test_text_that_is_not_sure_stays_text(text: str) -> None:
    assert dossier(text)[:2] == ((), text)
    assert codes(text) == ["dossier_as_text"]
