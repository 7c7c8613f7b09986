"""Jobs are called by name, run after the commit, and survive a killed worker once."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from django.db import transaction
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from lantoa.core.jobs import actions, registry
from lantoa.core.jobs.errors import UnknownJob


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[dict[str, object]]]:
    """A job "test.calls" that notes what it was called with."""
    noted: list[dict[str, object]] = []
    monkeypatch.setattr(registry, "_jobs", {})
    registry.job("test.calls")(lambda **arguments: noted.append(arguments))
    yield noted


def interrupted(attempts: int) -> DBTaskResult:
    result = actions.run.enqueue("test.calls", {})
    row = DBTaskResult.objects.get(id=result.id)
    row.status, row.worker_ids = TaskResultStatus.RUNNING, ["w"] * attempts
    row.save()
    return row


def test_a_job_nobody_knows_is_refused_at_once() -> None:
    with pytest.raises(UnknownJob):
        actions.enqueue("nobody.knows.this")


def test_a_job_put_on_the_list_is_found_by_its_name(calls: list[dict[str, object]]) -> None:
    assert registry.names() == ["test.calls"]
    registry.find("test.calls")(id=3)
    assert calls == [{"id": 3}]


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("calls")
def test_a_job_waits_for_the_commit() -> None:
    with transaction.atomic():
        actions.enqueue("test.calls", id=7)
        assert DBTaskResult.objects.count() == 0
    row = DBTaskResult.objects.get()
    assert row.args_kwargs["args"] == ["test.calls", {"id": 7}]


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("calls")
def test_a_job_goes_with_a_transaction_that_fails() -> None:
    with pytest.raises(ValueError, match="no"), transaction.atomic():
        actions.enqueue("test.calls", id=7)
        raise ValueError("no")
    assert DBTaskResult.objects.count() == 0


def test_the_task_behind_the_queue_runs_the_job(calls: list[dict[str, object]]) -> None:
    actions.run.func("test.calls", {"id": 9})
    assert calls == [{"id": 9}]


@pytest.mark.django_db
@pytest.mark.usefixtures("calls")
def test_a_job_whose_worker_was_killed_is_put_back(now: datetime) -> None:
    row = interrupted(attempts=1)
    assert actions.give_back_interrupted(now=now) == 1
    row.refresh_from_db()
    assert (row.status, row.finished_at) == (TaskResultStatus.READY, None)


@pytest.mark.django_db
@pytest.mark.usefixtures("calls")
def test_a_job_that_killed_two_workers_is_given_up(now: datetime) -> None:
    row = interrupted(attempts=2)
    assert actions.give_back_interrupted(now=now) == 0
    row.refresh_from_db()
    assert (row.status, row.finished_at) == (TaskResultStatus.FAILED, now)
    assert "killed" in row.traceback


@pytest.mark.django_db
@pytest.mark.usefixtures("calls")
def test_a_job_that_waits_is_left_alone(now: datetime) -> None:
    actions.run.enqueue("test.calls", {})
    assert actions.give_back_interrupted(now=now) == 0
