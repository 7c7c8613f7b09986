"""The history of a procedure: its versions, newest first, each with what it changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.utils.functional import Promise

from lantoa.catalogue.procedures import queries
from lantoa.catalogue.procedures.differences import Line, Mark, PartChange, changes

MOST_SAME_SHOWN = 1


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines that follow each other; a long stretch that stayed the same is `folded` away."""

    lines: tuple[Line, ...]
    folded: bool


@dataclass(frozen=True, slots=True)
class Change:
    """A part that changed, its lines in reading order."""

    label: Promise
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One version and how it differs from the one before; the first differs from nothing."""

    version: queries.VersionDate
    changes: tuple[Change, ...]
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
    found = changes(old.content, new.content)
    return Step(date, tuple(_change(part) for part in found), is_first=False)


def _change(part: PartChange) -> Change:
    return Change(part.label, passages(part.lines))


def passages(lines: Iterable[Line]) -> tuple[Passage, ...]:
    """The lines in stretches of changed and unchanged ones."""
    found = []
    for same, run in groupby(lines, key=lambda line: line.mark == Mark.SAME):
        stretch = tuple(run)
        found.append(Passage(stretch, folded=same and len(stretch) > MOST_SAME_SHOWN))
    return tuple(found)
