"""The catalogue that comes with the product, and life events."""

import json
from datetime import datetime

import pytest
from django.utils.translation import override
from pytest_django import DjangoAssertNumQueries

from lantoa.catalogue.importing.models import ImportRun
from lantoa.catalogue.procedures import queries as procedures
from lantoa.catalogue.starter import queries
from lantoa.catalogue.starter.actions import FILES, FOLDER, load_starter
from lantoa.core.audit.queries import rows_about

pytestmark = pytest.mark.django_db
LEAST = 60


@pytest.fixture
def loaded(now: datetime) -> int:
    """The starter catalogue in an empty database."""
    return load_starter(now=now)


def test_at_least_sixty_procedures_come_with_the_product(loaded: int) -> None:
    assert loaded == procedures.counts().active >= LEAST


def test_it_comes_in_by_an_import_like_any_other(loaded: int) -> None:
    run = ImportRun.objects.get()
    assert (run.uploaded_by, run.status, run.counts["rejected"]) == ("system", "applied", 0)
    assert {row.actor for row in rows_about(f"import {run.pk}")} == {"system"}


def test_nothing_in_it_is_odd_but_what_the_source_leaves_open(loaded: int) -> None:
    odd = ImportRun.objects.get().problem_counts
    assert odd.keys() <= {"time_unit_missing", "fee_unit_doubtful", "levels_missing"}


def test_it_is_loaded_once(loaded: int, now: datetime) -> None:
    assert load_starter(now=now) == 0
    assert ImportRun.objects.count() == 1


def test_a_catalogue_with_procedures_is_left_alone(published, now: datetime) -> None:
    published()
    assert load_starter(now=now) == 0
    assert procedures.counts().active == 1


def test_every_procedure_says_what_to_bring_and_how_to_hand_in(loaded: int) -> None:
    thin = [
        one.code
        for one in procedures.current_versions()
        if not (one.content.methods and one.content.dossier and one.content.steps)
    ]
    assert not thin


def test_each_code_stands_in_the_files_once() -> None:
    lines = [line for file in FILES for line in (FOLDER / file).read_text().splitlines()]
    codes = [json.loads(line)["code"] for line in lines]
    assert len(codes) == len(set(codes))


def test_life_events_lead_through_procedures_of_the_starter(loaded: int) -> None:
    events = {event.slug: event for event in queries.life_events()}
    assert {"sinh-con", "mua-ban-nha-dat", "mo-ho-kinh-doanh"} <= events.keys()
    assert "khai sinh" in events["sinh-con"].steps[0].name.lower()


def test_no_step_of_a_life_event_is_missing_from_the_starter(loaded: int) -> None:
    steps = [step["code"] for event in queries._file() for step in event["steps"]]
    assert set(steps) == procedures.active_names(steps).keys()


def test_life_events_are_told_in_both_languages(loaded: int) -> None:
    event = queries.life_event("sinh-con")
    assert event is not None
    assert event.title == "Sinh con"
    with override("en"):
        assert (event.title, event.summary) == (event.title_en, event.summary_en)
        assert event.steps[0].note == event.steps[0].note_en


def test_steps_the_catalogue_lacks_are_left_out(published) -> None:
    published()
    (event,) = [event for event in queries.life_events() if event.slug == "sinh-con"]
    assert [step.code for step in event.steps] == ["1.001193"]


def test_an_event_without_any_step_is_left_out(db: None) -> None:
    assert queries.life_events() == []
    assert queries.life_event("sinh-con") is None


def test_an_event_nobody_wrote_is_none(loaded: int) -> None:
    assert queries.life_event("du-lich-mat-trang") is None


def test_all_events_take_one_query(
    loaded: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        queries.life_events()
