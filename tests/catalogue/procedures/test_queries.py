"""Reading procedures."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from pytest_django import DjangoAssertNumQueries

from lantoa.catalogue.procedures import queries
from lantoa.catalogue.procedures.actions import publish
from lantoa.catalogue.procedures.content import Content
from lantoa.catalogue.procedures.publication import Publication

pytestmark = pytest.mark.django_db


@pytest.fixture
def three(birth: Content, now: datetime) -> None:
    """A national procedure, Gia Lai's variant of it, and a withdrawn one of another field."""
    other = replace(birth, code="1.000009", name="Đăng ký kết hôn", field="Khác")
    publish(
        publications=[
            Publication(birth, date(2026, 7, 18)),
            Publication(replace(birth, code="3.000001", publisher="Gia Lai"), date(2026, 6, 1)),
            Publication(other, None, "withdrawn"),
        ],
        by="lan",
        now=now,
    )


def test_the_index_reads_all_active_procedures_in_one_query(
    three: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        found = list(queries.current_versions())
    assert [(one.code, one.publisher, one.is_head) for one in found] == [
        ("1.001193", "", True),
        ("3.000001", "Gia Lai", False),
    ]


def test_result_rows_read_their_contents_in_one_query(
    three: None, birth: Content, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        found = queries.contents(["1.001193", "1.000009", "9.999999"])
    assert found["1.001193"] == birth
    assert found.keys() == {"1.001193", "1.000009"}


def test_a_page_takes_three_queries(
    three: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(3):
        page = queries.procedure_page("1.001193")
    assert page is not None
    assert [version.number for version in page.versions] == [1]


def test_what_nobody_published_has_no_page_and_no_version(three: None) -> None:
    assert queries.procedure_page("9.999999") is None
    assert queries.version("1.001193", 2) is None


def test_counts_tell_entries_apart_from_codes(three: None) -> None:
    assert queries.counts() == queries.Counts(
        active=2, withdrawn=1, replaced=0, entries=1, synced_at=date(2026, 7, 18)
    )
    assert queries.counts().all == 3


def test_fields_of_active_procedures_are_counted(three: None) -> None:
    assert queries.fields() == [("Hộ tịch", 2)]


def test_names_are_given_for_active_codes_only(three: None) -> None:
    codes = ["1.001193", "1.000009", "9.999999"]
    assert queries.active_names(codes) == {"1.001193": "Đăng ký khai sinh"}


def test_an_import_compares_with_every_code(three: None, birth: Content) -> None:
    known = queries.known()
    assert {code: state.status for code, state in known.items()} == {
        "1.001193": "active",
        "3.000001": "active",
        "1.000009": "withdrawn",
    }
    assert known["1.001193"].digest == birth.digest


def test_an_export_gives_every_publication_as_it_came(three: None, birth: Content) -> None:
    found = {one.content.code: one for one in queries.publications()}
    assert found["1.001193"] == Publication(birth, date(2026, 7, 18))
    assert found["1.000009"].status == "withdrawn"


def test_an_empty_catalogue_says_so(three: None, birth: Content) -> None:
    assert not queries.is_empty()


def test_a_catalogue_without_procedures_has_no_fingerprint() -> None:
    assert queries.is_empty()
    assert queries.catalogue_digest() == ""
