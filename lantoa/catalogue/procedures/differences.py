"""What changed between two contents, part by part and line by line. Pure."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from django.utils.functional import Promise

from lantoa.catalogue.procedures.content import Content
from lantoa.catalogue.procedures.parts import LABELS, MEMBERS, lines


class Mark(StrEnum):
    """What became of a line."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a part, before or after."""

    mark: Mark
    text: str


@dataclass(frozen=True, slots=True)
class PartChange:
    """A part that differs: its key, its name for people, and all its lines in reading order."""

    part: str
    label: Promise
    lines: tuple[Line, ...]


def changed_parts(old: Content, new: Content) -> list[str]:
    """Keys (of `parts.LABELS`) of the parts that differ, in the order of a procedure's page."""
    return [part for part in LABELS if _values(old, part) != _values(new, part)]


def _values(content: Content, part: str) -> tuple[object, ...]:
    return tuple(getattr(content, field) for field in MEMBERS.get(part, (part,)))


def changes(old: Content, new: Content) -> list[PartChange]:
    """Every part that differs, with its lines marked same, removed or added."""
    return [
        PartChange(part, LABELS[part], _compare(lines(old, part), lines(new, part)))
        for part in changed_parts(old, new)
    ]


def _compare(before: list[str], after: list[str]) -> tuple[Line, ...]:
    found: list[Line] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            found += [Line(Mark.SAME, text) for text in before[a:b]]
            continue
        found += [Line(Mark.REMOVED, text) for text in before[a:b]]
        found += [Line(Mark.ADDED, text) for text in after[c:d]]
    return tuple(found)
