"""Putting jobs on the queue."""

from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from lantoa.core.jobs import registry

MOST_ATTEMPTS = 2  # a job that kills its worker twice would do so for ever


@task()
def run(name: str, arguments: dict[str, Any]) -> None:
    """The one task behind the queue: finds the job by its name and runs it."""
    registry.find(name)(**arguments)


def enqueue(name: str, **arguments: Any) -> None:
    """Run job `name` in the background once the current transaction is committed.

    Arguments are ids and plain values (they travel as JSON). Raises UnknownJob at once.
    """
    registry.find(name)
    transaction.on_commit(partial(run.enqueue, name, arguments))


def give_back_interrupted(*, now: datetime) -> int:
    """Put jobs back on the queue whose worker was killed; give up those interrupted before.

    Call it only while no worker runs. Jobs are transactions: an interrupted one left nothing.
    Returns the number of jobs put back.
    """
    given_back = 0
    with transaction.atomic():
        for result in DBTaskResult.objects.running():
            again = len(result.worker_ids) >= MOST_ATTEMPTS
            result.status = TaskResultStatus.FAILED if again else TaskResultStatus.READY
            result.finished_at = now if again else None
            result.traceback = "The worker was killed while it ran this job." if again else ""
            result.save(update_fields=["status", "finished_at", "traceback"])
            given_back += not again
    return given_back
