"""The history of a procedure: its versions, newest first, each with what it changed."""

from collections.abc import Iterable
from dataclasses import dataclass

from lantoa.catalogue.procedures import queries
from lantoa.catalogue.procedures.differences import PartChange, changes


@dataclass(frozen=True, slots=True)
class Step:
    """One version and how it differs from the one before; the first differs from nothing."""

    version: queries.VersionDate
    changes: tuple[PartChange, ...]
    is_first: bool


def history(code: str, versions: Iterable[queries.VersionDate]) -> list[Step]:
    """The steps for `versions` (newest first), one query a version and one for the one before."""
    return [_step(code, version) for version in versions]


def _step(code: str, date: queries.VersionDate) -> Step:
    if date.number == 1:
        return Step(date, (), is_first=True)
    old, new = queries.version(code, date.number - 1), queries.version(code, date.number)
    if old is None or new is None:
        return Step(date, (), is_first=False)
    return Step(date, tuple(changes(old.content, new.content)), is_first=False)
