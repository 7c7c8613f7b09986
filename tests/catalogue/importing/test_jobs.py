"""Imports in the background."""

import pytest

from lantoa.catalogue.importing import actions, jobs
from lantoa.catalogue.importing.models import ImportRun
from lantoa.catalogue.procedures import queries as procedures
from lantoa.core.jobs import registry

pytestmark = pytest.mark.django_db


def state(run: ImportRun) -> tuple[str, str]:
    run.refresh_from_db()
    return run.status, run.problem


@pytest.fixture
def waiting(jsonl, now) -> ImportRun:
    """A file just uploaded."""
    return actions.receive_file(
        by="lan", name="tep.jsonl", stream=jsonl({}), complete=False, now=now
    )


def test_the_jobs_are_on_the_list() -> None:
    assert {"catalogue.importing.read", "catalogue.importing.apply"} <= set(registry.names())


def test_the_job_reads_a_file(waiting: ImportRun) -> None:
    jobs.read(waiting.pk)
    assert state(waiting) == ("proposed", "")


def test_the_job_applies_an_import(received) -> None:
    run = received({})
    jobs.apply(run.pk, "lan")
    assert state(run) == ("applied", "")
    assert not procedures.is_empty()


def test_an_import_for_another_catalogue_is_no_failure_of_the_job(received, applied) -> None:
    run = received({})
    applied({"result": "B"})
    jobs.apply(run.pk, "lan")
    assert state(run) == ("proposed", "catalogue_changed")


def test_a_reading_that_breaks_off_is_told_on_the_page(
    waiting: ImportRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actions, "propose", lambda **_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        jobs.read(waiting.pk)
    assert state(waiting) == ("failed", "broken_file")


def test_an_applying_that_breaks_off_can_be_tried_again(
    received, now, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = received({})
    actions.request_apply(import_id=run.pk, by="lan", now=now)
    monkeypatch.setattr(actions, "apply_import", lambda **_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        jobs.apply(run.pk, "lan")
    assert state(run) == ("proposed", "apply_failed")
