"""What a procedure costs; silence is never "free"."""

from dataclasses import replace

import pytest

from lantoa.catalogue.procedures.content import Content, Fee, Method
from lantoa.catalogue.procedures.fees import FeeLine, fee_lines, fee_summary
from lantoa.ui.formats import unpublished


def costing(content: Content, *fees: Fee) -> Content:
    return replace(content, methods=(Method("direct", 1, "day", fees=fees),))


def test_an_amount_is_written_with_its_unit():
    assert fee_lines([Fee(70000, "")]) == (FeeLine("70.000\u00a0đồng", ""),)


def test_a_note_that_is_a_unit_joins_the_amount():
    assert fee_lines([Fee(50000, "đồng/lần")])[0].amount == "50.000\u00a0đồng/lần"


@pytest.mark.parametrize("note", ["", "/hồ sơ", "đồng/lần", " /bản "])
def test_zero_that_says_nothing_is_not_published(note: str, birth: Content):
    assert fee_lines([Fee(0, note)]) == ()
    assert fee_summary(costing(birth, Fee(0, note))) == unpublished()


def test_zero_with_a_note_is_what_the_note_says_without_an_amount():
    assert fee_lines([Fee(0, "Theo quy định")]) == (FeeLine("", "Theo quy định"),)


def test_equal_fees_are_told_once():
    assert len(fee_lines([Fee(5, "a"), Fee(5, "a"), Fee(6, "b")])) == 2


def test_a_long_note_is_folded():
    assert fee_lines([Fee(0, "x" * 200)])[0].is_long


def test_different_amounts_are_a_span(birth: Content):
    told = fee_summary(costing(birth, Fee(50000, ""), Fee(20000, "")))
    assert told == "từ 20.000 đến 50.000\u00a0đồng, tùy trường hợp"


def test_an_amount_with_conditions_points_to_them(birth: Content):
    told = fee_summary(costing(birth, Fee(50000, "Riêng trẻ em: 30.000 đồng")))
    assert told == "50.000\u00a0đồng, xem thêm phần lệ phí"


def test_one_short_note_stands_in_the_card(birth: Content):
    assert fee_summary(costing(birth, Fee(0, "Không thu"))) == "Không thu"


def test_long_notes_point_to_the_part_on_fees(birth: Content):
    assert "xem phần lệ phí" in fee_summary(costing(birth, Fee(0, "x" * 100)))


def test_without_any_fee_nothing_is_published(birth: Content):
    assert fee_summary(costing(birth)) == unpublished()


def test_a_raw_table_points_to_itself(birth: Content):
    assert fee_summary(replace(birth, methods=(), methods_text="Phí")) == "xem phần cách nộp"
