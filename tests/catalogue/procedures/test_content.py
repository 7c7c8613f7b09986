"""A content as JSON and back."""

import json

from hypothesis import given
from hypothesis import strategies as st

from lantoa.catalogue.procedures.content import (
    Content,
    DossierCase,
    Fee,
    LegalBasis,
    Method,
    Paper,
)

texts = st.text(max_size=20)
names = st.text(min_size=1, max_size=20)
amounts = st.none() | st.integers(0, 10**9).map(float)
methods = st.builds(
    Method,
    channel=st.sampled_from(["", "direct", "online", "postal"]),
    time_value=amounts,
    time_unit=st.sampled_from(["", "day", "working_day", "other"]),
    time_text=texts,
    fees=st.lists(st.builds(Fee, amount=amounts, note=texts), max_size=3).map(tuple),
    description=texts,
)
counts = st.none() | st.integers(0, 9)
papers = st.builds(Paper, name=names, originals=counts, copies=counts, form=texts)
cases = st.builds(DossierCase, title=texts, papers=st.lists(papers, max_size=3).map(tuple))
contents = st.builds(
    Content,
    code=names,
    name=names,
    steps=st.lists(texts, max_size=3).map(tuple),
    methods=st.lists(methods, max_size=3).map(tuple),
    dossier=st.lists(cases, max_size=3).map(tuple),
    legal_bases=st.lists(st.builds(LegalBasis, texts, texts), max_size=2).map(tuple),
    publisher=texts,
)


@given(contents)
def test_json_gives_the_same_content_back(content: Content) -> None:
    assert Content.from_json(json.loads(json.dumps(content.as_json()))) == content


@given(contents)
def test_the_digest_survives_json(content: Content) -> None:
    assert Content.from_json(content.as_json()).digest == content.digest


def test_empty_parts_are_left_out_of_json() -> None:
    assert Content(code="1.000001", name="A").as_json() == {"code": "1.000001", "name": "A"}


def test_zero_is_not_empty() -> None:
    content = Content("1.000001", "A", dossier=(DossierCase("", (Paper("B", 0, 2),)),))
    assert content.as_json()["dossier"] == [
        {"papers": [{"name": "B", "originals": 0, "copies": 2}]}
    ]


def test_any_part_that_differs_makes_another_digest(birth: Content) -> None:
    other = Content.from_json({**birth.as_json(), "result": "Giấy khác"})
    assert other.digest != birth.digest


def test_json_keys_of_a_later_version_are_passed_over() -> None:
    content = Content.from_json({"code": "1.000001", "name": "A", "from_the_future": 1})
    assert content == Content("1.000001", "A")


def test_zero_without_a_note_is_not_a_published_fee() -> None:
    assert not Fee(0).published
    assert not Fee().published
    assert Fee(0, "Miễn phí").published
    assert Fee(8000).published
