"""What changed from one content to the next, line by line."""

from dataclasses import replace

from lantoa.catalogue.procedures.content import (
    Content,
    DossierCase,
    Fee,
    LegalBasis,
    Method,
    Paper,
)
from lantoa.catalogue.procedures.differences import Line, Mark, changed_parts, changes
from lantoa.catalogue.procedures.parts import LABELS, lines


def test_equal_contents_have_no_changes(birth: Content) -> None:
    assert changes(birth, replace(birth)) == []


def test_a_changed_step_stands_between_the_same_ones(birth: Content) -> None:
    later = replace(birth, steps=("Bước 1: Nộp tờ khai.", "Bước 2: Nhận kết quả."))
    (change,) = changes(birth, later)
    assert (change.part, str(change.label)) == ("steps", "Trình tự thực hiện")
    assert change.lines == (
        Line(Mark.SAME, "Bước 1: Nộp tờ khai."),
        Line(Mark.REMOVED, "Bước 2: Nhận giấy khai sinh."),
        Line(Mark.ADDED, "Bước 2: Nhận kết quả."),
    )


def test_parts_are_told_in_the_order_of_the_page(birth: Content) -> None:
    later = replace(birth, result="Trích lục", agency="Sở Tư pháp")
    assert [change.part for change in changes(birth, later)] == ["agency", "result"]


def test_text_of_a_part_that_was_told_apart_before_is_a_change_of_that_part(birth: Content) -> None:
    later = replace(birth, dossier=(), dossier_text="Tờ khai\nGiấy chứng sinh")
    assert changed_parts(birth, later) == ["dossier"]


def test_a_way_to_hand_in_is_one_line() -> None:
    method = Method("online", 3, "day", fees=(Fee(8000, "bản giấy"),), description="Qua\nCổng")
    told = lines(Content("1", "A", methods=(method,)), "methods")
    assert told == ["Trực tuyến; 3 ngày; 8.000\xa0đồng – bản giấy; Qua Cổng"]


def test_a_limit_without_unit_says_so() -> None:
    told = lines(Content("1", "A", methods=(Method("direct", 3, "other"),)), "methods")
    assert told == ["Trực tiếp; 3 (không rõ đơn vị)"]


def test_a_limit_in_words_is_told_in_words() -> None:
    method = Method("direct", time_text="Trong ngày")
    assert lines(Content("1", "A", methods=(method,)), "methods") == ["Trực tiếp; Trong ngày"]


def test_a_fee_nobody_published_is_not_told_as_free() -> None:
    told = lines(Content("1", "A", methods=(Method("direct", fees=(Fee(0),)),)), "methods")
    assert told == ["Trực tiếp; cơ quan chưa công bố"]


def test_papers_stand_under_their_case() -> None:
    case = DossierCase("Khi mất thẻ", (Paper("Đơn", 1, 0, "don.docx"), Paper("Ảnh")))
    assert lines(Content("1", "A", dossier=(case,)), "dossier") == [
        "Khi mất thẻ",
        "Đơn (bản chính: 1, bản sao: 0, don.docx)",
        "Ảnh",
    ]


def test_laws_and_online_level_are_told() -> None:
    law = LegalBasis("Luật Hộ tịch", "60/2014/QH13")
    content = Content("1", "A", legal_bases=(law,), online_level="full")
    assert lines(content, "legal_bases") == ["60/2014/QH13 – Luật Hộ tịch"]
    assert lines(content, "online_level") == ["Toàn trình"]


def test_every_part_of_an_empty_content_is_empty() -> None:
    empty = Content("", "")
    assert not any(lines(empty, part) for part in LABELS)
