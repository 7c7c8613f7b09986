"""Putting jobs on the queue."""

from functools import partial
from typing import Any

from django.db import transaction
from django_tasks import task

from lantoa.core.jobs import registry


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
