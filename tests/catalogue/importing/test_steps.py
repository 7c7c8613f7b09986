"""Steps and forms."""

import pytest

from lantoa.catalogue.importing.normalise.steps import forms, steps


def test_numbered_steps_keep_what_belongs_to_each() -> None:
    text = "Bước 1: Nộp\n- tại xã\n- qua mạng\n- Bước 2: Nhận\n"
    assert steps(text) == ("Bước 1: Nộp\n- tại xã\n- qua mạng", "- Bước 2: Nhận")


def test_what_stands_before_the_first_step_stands_alone() -> None:
    assert steps("Trình tự:\nBước 1. A\nBước 2. B") == ("Trình tự:", "Bước 1. A", "Bước 2. B")


def test_steps_that_do_not_count_on_are_lines() -> None:
    assert steps("Bước 1: A\nBước 1: B\nc") == ("Bước 1: A", "Bước 1: B", "c")


def test_text_without_numbers_is_one_step_a_line() -> None:
    assert steps("a) Nộp\n\nb) Nhận") == ("a) Nộp", "b) Nhận")


def test_a_list_is_taken_as_it_is() -> None:
    assert steps(["Một\nhai", "", " Ba "]) == ("Một\nhai", "Ba")


@pytest.mark.parametrize("value", [None, "", 5, {}])
def test_no_steps_are_none(value: object) -> None:
    assert steps(value) == ()


@pytest.mark.parametrize(
    ("source", "names"),
    [
        (["don.docx", "don.docx"], ("don.docx",)),
        (["1 bản chính,1 bản saoĐơn xin.doc"], ("Đơn xin.doc",)),
        (["a1.docxb2.docx"], ("a1.docx", "b2.docx")),
        (["0 bản chínhPhiếu (Mẫu DC02)Mẫu DC02.doc", "Mẫu DC02.doc"], ("Mẫu DC02.doc",)),
        (["Mẫu số 22a sửa.docx"], ("Mẫu số 22a sửa.docx",)),
        (["v.v.docx"], ("v.v.docx",)),
        (None, ()),
        ([5, ""], ()),
    ],
)
def test_names_of_forms_are_put_in_order(source: object, names: tuple[str, ...]) -> None:
    assert forms(source) == names
