"""Whose procedure it is."""

from dataclasses import replace

import pytest

from lantoa.catalogue.importing.normalise.publisher import inferred, stated
from lantoa.catalogue.procedures.content import UNKNOWN_PROVINCE, Content, LegalBasis

LOCAL = Content("1.1", "Hỗ trợ", levels=("Cấp Xã",), decision="2758/QĐ-UBND")


def of(*contents: Content, **known: str) -> list[str]:
    return [content.publisher for content in inferred(contents, known)]


@pytest.mark.parametrize(
    ("value", "publisher"),
    [
        ("Gia Lai", "Gia Lai"),
        ("tỉnh Bình Định", "Gia Lai"),
        ("Cả nước", ""),
        ("", ""),
        ("Atlantis", UNKNOWN_PROVINCE),
        (UNKNOWN_PROVINCE, UNKNOWN_PROVINCE),
        (None, None),
        (5, None),
    ],
)
def test_a_record_may_state_it(value: object, publisher: str | None) -> None:
    assert stated(value) == publisher


@pytest.mark.parametrize(
    "decision", ["1872/QĐ-BTP", "2304/QĐ-BNNMT", "4221/EVN-KDMBD", "Quyết định số 6225/QĐ-BQP", ""]
)
def test_what_a_ministry_published_is_the_whole_countrys(decision: str) -> None:
    content = replace(LOCAL, decision=decision, agency="Sở Tư pháp thành phố Hà Nội")
    assert of(content) == [""]


@pytest.mark.parametrize(
    "decision", ["2758/QĐ-UBND", "1870/QĐ-UBND.", "519/qđ-ubnd", "893/QĐ-TTPVHCC", "2252/QĐ-VP"]
)
def test_a_local_decision_with_a_named_agency_tells_the_province(decision: str) -> None:
    assert of(replace(LOCAL, decision=decision, agency="Sở Y tế tỉnh Bình Định")) == ["Gia Lai"]


@pytest.mark.parametrize("field", ["competent_agency", "coordinating_agency", "submission_address"])
def test_other_agencies_and_addresses_tell_it_too(field: str) -> None:
    assert of(replace(LOCAL, **{field: "Tòa nhà số 2, thành phố Huế"})) == ["Huế"]


def test_laws_tell_it_where_nothing_better_does() -> None:
    law = LegalBasis("Nghị quyết của Hội đồng nhân dân tỉnh Lai Châu", "09/2025/NQ-HĐND")
    assert of(replace(LOCAL, legal_bases=(law,))) == ["Lai Châu"]


def test_agencies_weigh_more_than_laws() -> None:
    law = LegalBasis("Nghị quyết của HĐND tỉnh Lai Châu")
    content = replace(LOCAL, agency="Sở Y tế tỉnh Hà Tĩnh", legal_bases=(law,))
    assert of(content) == ["Hà Tĩnh"]


def test_two_provinces_alike_tell_nothing() -> None:
    content = replace(LOCAL, agency="tỉnh Hà Tĩnh", competent_agency="tỉnh Lai Châu")
    assert of(content) == [UNKNOWN_PROVINCE]


def test_others_of_the_same_decision_tell_it() -> None:
    said = [replace(LOCAL, code=f"1.{n}", agency="Sở Y tế tỉnh Gia Lai") for n in (2, 3)]
    assert of(LOCAL, *said) == ["Gia Lai"] * 3


def test_one_other_alone_is_not_enough() -> None:
    said = replace(LOCAL, code="1.2", agency="Sở Y tế tỉnh Gia Lai")
    assert of(LOCAL, said) == [UNKNOWN_PROVINCE, "Gia Lai"]


def test_a_number_that_several_provinces_use_tells_nothing() -> None:
    agencies = ["tỉnh Gia Lai", "tỉnh Gia Lai", "tỉnh Lào Cai"]
    said = [replace(LOCAL, code=f"1.{n}", agency=one) for n, one in enumerate(agencies, 2)]
    assert of(LOCAL, *said)[0] == UNKNOWN_PROVINCE


def test_an_issuer_that_only_one_province_has_tells_it() -> None:
    said = [
        replace(LOCAL, code=f"1.{n}", decision=f"{n}/QĐ-TTPVHCC", agency="Sở Du lịch TP Hà Nội")
        for n in (2, 3)
    ]
    assert of(replace(LOCAL, decision="758/QĐ-TTPVHCC"), *said)[0] == "Hà Nội"


def test_a_decision_that_says_nothing_is_local_where_a_lower_body_names_its_province() -> None:
    content = replace(LOCAL, decision="543", submission_address="28 Lê Lợi, tỉnh Thanh Hoá")
    assert of(content) == ["Thanh Hóa"]
    assert of(replace(content, levels=("Cấp Bộ",))) == [""]
    assert of(replace(LOCAL, decision="543")) == [""]


def test_what_the_catalogue_knows_stays_where_the_file_tells_nothing() -> None:
    assert of(LOCAL, **{"1.1": "Gia Lai"}) == ["Gia Lai"]
