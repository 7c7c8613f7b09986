"""The list of jobs: name -> function. Modules put theirs on it with `@job`."""

from collections.abc import Callable

from lantoa.core.jobs.errors import UnknownJob

Job = Callable[..., None]

_jobs: dict[str, Job] = {}


def job(name: str) -> Callable[[Job], Job]:
    """Put the decorated function on the list. It takes plain values and calls one action."""

    def put_on_list(function: Job) -> Job:
        _jobs[name] = function
        return function

    return put_on_list


def find(name: str) -> Job:
    """The function behind a job's name. Raises UnknownJob."""
    try:
        return _jobs[name]
    except KeyError:
        raise UnknownJob(name) from None


def names() -> list[str]:
    """All jobs there are, sorted."""
    return sorted(_jobs)
