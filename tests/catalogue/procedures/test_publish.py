"""Publishing: versions, statuses, entries, the fingerprint."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from lantoa.catalogue.procedures import queries
from lantoa.catalogue.procedures.actions import publish
from lantoa.catalogue.procedures.content import Content
from lantoa.catalogue.procedures.errors import CatalogueChangedError
from lantoa.catalogue.procedures.models import Procedure, ProcedureVersion
from lantoa.catalogue.procedures.publication import Publication
from lantoa.core.audit.queries import rows_about

pytestmark = pytest.mark.django_db
DAY = date(2026, 7, 18)


def put(*contents: Content, now: datetime, day: date | None = DAY, **more) -> str:
    given = [Publication(content, day) for content in contents]
    return publish(publications=given, by="lan", now=now, **more)


def page(code: str = "1.001193") -> queries.Page:
    found = queries.procedure_page(code)
    assert found is not None
    return found


def test_a_new_code_gets_version_one(birth: Content, now: datetime) -> None:
    put(birth, now=now)
    assert (page().content, page().number, page().synced_at) == (birth, 1, DAY)


def test_a_changed_content_is_the_next_version_and_the_old_stays(
    birth: Content, now: datetime
) -> None:
    put(birth, now=now)
    put(replace(birth, result="Khác"), now=now)
    old = queries.version(birth.code, 1)
    assert (page().number, page().content.result) == (2, "Khác")
    assert old is not None and old.content == birth and not old.is_current


def test_an_equal_content_changes_nothing(birth: Content, now: datetime) -> None:
    first = put(birth, now=now)
    assert put(birth, now=now + timedelta(days=1)) == first
    assert ProcedureVersion.objects.count() == 1


def test_reading_an_equal_content_later_moves_its_day_forward_only(
    birth: Content, now: datetime
) -> None:
    for day in (DAY, date(2026, 9, 1), date(2026, 8, 1), None):
        put(birth, now=now, day=day)
    assert page().synced_at == date(2026, 9, 1)


def test_days_of_reading_can_be_told_without_the_content(birth: Content, now: datetime) -> None:
    put(birth, now=now)
    put(now=now, read_days={birth.code: date(2026, 9, 1)})
    assert page().synced_at == date(2026, 9, 1)


def test_a_withdrawn_code_keeps_its_page_and_leaves_the_lists(
    birth: Content, now: datetime
) -> None:
    put(birth, now=now)
    put(now=now, withdrawn=[birth.code])
    assert (page().status, page().content) == ("withdrawn", birth)
    assert list(queries.current_versions()) == []


def test_a_withdrawn_code_published_again_is_active(birth: Content, now: datetime) -> None:
    put(birth, now=now)
    put(now=now, withdrawn=[birth.code])
    put(birth, now=now)
    assert page().status == "active"


def test_a_replaced_code_says_by_what(birth: Content, now: datetime) -> None:
    successor = replace(birth, code="1.000002", name="Khai sinh mới")
    put(successor, now=now)
    given = [Publication(birth, DAY, "replaced", "1.000002")]
    publish(publications=given, by="lan", now=now)
    assert (page().status, page().replaced_by) == ("replaced", "1.000002")


def test_codes_that_are_not_well_formed_are_marked(birth: Content, now: datetime) -> None:
    put(birth, replace(birth, code="1.014955-Xoa"), now=now)
    marked = dict(Procedure.objects.values_list("code", "code_well_formed"))
    assert marked == {"1.001193": True, "1.014955-Xoa": False}


def test_variants_of_one_entry_find_each_other(birth: Content, now: datetime) -> None:
    local = replace(birth, code="3.000001", publisher="Gia Lai")
    put(birth, local, now=now)
    assert page("3.000001").variants == (queries.Variant("1.001193", ""),)
    assert page().variants == (queries.Variant("3.000001", "Gia Lai"),)


def test_when_the_head_of_an_entry_is_withdrawn_another_takes_its_place(
    birth: Content, now: datetime
) -> None:
    put(birth, *(replace(birth, code=f"3.{n}", publisher="Huế") for n in (1, 2)), now=now)
    put(now=now, withdrawn=[birth.code])
    assert {one.entry_key for one in queries.current_versions()} == {"3.1"}


@pytest.mark.parametrize("status", ["withdrawn", "active"])
def test_the_fingerprint_follows_the_active_catalogue(
    birth: Content, now: datetime, status: str
) -> None:
    first = put(birth, now=now)
    other = replace(birth, result="Khác") if status == "active" else birth
    publish(publications=[Publication(other, DAY, status)], by="lan", now=now)
    assert queries.catalogue_digest() != first
    assert put(birth, now=now) == first


def test_a_change_for_another_catalogue_is_refused_whole(birth: Content, now: datetime) -> None:
    put(birth, now=now)
    with pytest.raises(CatalogueChangedError):
        put(replace(birth, result="Khác"), now=now, expected_digest="another")
    assert page().number == 1


def test_a_publication_is_told_in_the_audit_log(birth: Content, now: datetime) -> None:
    put(birth, now=now)
    (row,) = rows_about("catalogue")
    assert (row.actor, row.action, row.at) == ("lan", "catalogue.procedures.publish", now)
    assert row.details == {"given": 1, "versions": 1, "withdrawn": 0}


def test_many_procedures_take_no_more_queries_than_few(
    birth: Content, django_assert_max_num_queries
) -> None:
    many = [replace(birth, code=f"1.{n:06}") for n in range(400)]
    with django_assert_max_num_queries(30):
        put(*many, now=datetime(2026, 1, 1, tzinfo=UTC))
