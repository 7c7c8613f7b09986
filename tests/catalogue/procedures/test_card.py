"""The answer card."""

from dataclasses import replace

import pytest

from lantoa.catalogue.procedures import card
from lantoa.catalogue.procedures.content import Content, Method
from lantoa.ui.formats import unpublished


def test_the_card_answers_six_questions(birth: Content):
    assert [fact.text for fact in card.facts(birth)] == [
        "Ủy ban nhân dân xã",
        "2 loại giấy tờ",
        "5 ngày làm việc",
        "8.000\u00a0đồng",
        "12 Trần Phú",
        "được",
    ]


def test_an_empty_procedure_says_six_times_that_nothing_is_published():
    facts = card.facts(Content(code="1", name="x"))
    assert {fact.text for fact in facts} == {unpublished()}
    assert not any(fact.is_known for fact in facts)


def test_without_an_agency_the_level_stands_in(birth: Content):
    assert card.who(replace(birth, agency="")) == "cơ quan cấp xã (tên cơ quan chưa công bố)"


def test_an_agency_ends_without_the_full_stop_of_its_source(birth: Content):
    assert card.who(replace(birth, agency="Ủy ban nhân dân\u00a0xã.")) == "Ủy ban nhân dân xã"


def test_many_agencies_are_cut_at_a_comma_and_kept_in_full(birth: Content):
    names = ", ".join(f"Chi nhánh số {number}" for number in range(20))
    who = card.facts(replace(birth, agency=names))[0]
    assert who.full == names and who.text.endswith(" …") and len(who.text) < 150


def test_a_long_address_is_pointed_to(birth: Content):
    assert card.where(replace(birth, submission_address="x" * 200)).startswith("xem địa chỉ")


@pytest.mark.parametrize(
    ("level", "told"),
    [("full", "được, trọn quy trình (toàn trình)"), ("partial", "được một phần")],
)
def test_the_level_of_the_online_service_comes_first(level: str, told: str, birth: Content):
    assert card.online(replace(birth, online_level=level)) == told


def test_other_channels_only_are_not_the_same_as_unknown(birth: Content):
    told = card.online(replace(birth, methods=(Method("direct", 1, "day"),)))
    assert told == "chưa thấy công bố cách nộp trực tuyến"


def test_a_raw_table_points_to_itself(birth: Content):
    assert card.online(replace(birth, methods=(), methods_text="x")) == "xem phần cách nộp"
