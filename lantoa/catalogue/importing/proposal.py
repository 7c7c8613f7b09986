"""What a file would do to the catalogue, line by line. Pure: nothing is read or written here."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from lantoa.catalogue.importing.lines import Line
from lantoa.catalogue.importing.normalise.publisher import inferred
from lantoa.catalogue.importing.normalise.record import Record, record
from lantoa.catalogue.importing.problems import Problem
from lantoa.catalogue.procedures.content import UNKNOWN_PROVINCE, Content
from lantoa.catalogue.procedures.differences import changed_parts
from lantoa.catalogue.procedures.parts import LABELS, is_empty
from lantoa.catalogue.procedures.publication import Known, Publication

NEW, CHANGED, UNCHANGED = "new", "changed", "unchanged"
REJECTED, WITHDRAWN = "rejected", "withdrawn"
STATUS: Final = "status"


@dataclass(frozen=True, slots=True)
class Row:
    """What one line comes to. `line` is 0 for a procedure that a complete file lacks.

    `publication`: what would be published, for new and changed ones. `changes`: keys of the parts
    that differ (`procedures.parts.LABELS`, and "status"). `read_day`: for an unchanged one, the day
    on which its source was read, where that is news.
    """

    line: int
    code: str
    name: str
    outcome: str
    problems: tuple[Problem, ...] = ()
    changes: tuple[str, ...] = ()
    publication: Publication | None = None
    read_day: date | None = None


def propose(lines: Iterable[Line], known: Mapping[str, Known], *, complete: bool) -> list[Row]:
    """The rows of a file against what the catalogue holds, in the order of the file.

    With `complete` the file is the whole list: active procedures it does not name are withdrawn.
    `changes` of changed rows are still to be filled by `with_changes`.
    """
    records = _once([_record(line) for line in lines])
    accepted = [one for one in records if one.content]
    contents = _contents(accepted, known)
    codes = known.keys() | contents.keys()
    rows = [
        _row(_settled(one, codes), contents[one.code], known.get(one.code))
        if one.content
        else Row(one.line, one.code, one.name, REJECTED, one.problems)
        for one in records
    ]
    return rows + (_withdrawn(records, known) if complete else [])


def with_changes(rows: Iterable[Row], current: Mapping[str, Content]) -> list[Row]:
    """The rows with the parts that differ from the `current` contents of their codes.

    Parts that are published today and that the file leaves empty are a problem of their own: most
    often the file just did not carry them.
    """
    return [
        _compared(row, current[row.code], row.publication.content)
        if row.outcome == CHANGED and row.publication
        else row
        for row in rows
    ]


def _compared(row: Row, old: Content, new: Content) -> Row:
    changes = (*row.changes, *changed_parts(old, new))
    emptied = [part for part in changes if part in LABELS and is_empty(new, part)]
    problems = (Problem("parts_emptied", str(len(emptied))),) if emptied else ()
    return replace(row, changes=changes, problems=(*row.problems, *problems))


def counts(rows: Iterable[Row]) -> dict[str, int]:
    """Outcome -> number of rows, all outcomes named."""
    found = Counter(row.outcome for row in rows)
    return {outcome: found[outcome] for outcome in (NEW, CHANGED, UNCHANGED, REJECTED, WITHDRAWN)}


def problem_counts(rows: Iterable[Row]) -> dict[str, int]:
    """Code of a problem -> number of rows that have it."""
    return dict(Counter(code for row in rows for code in {one.code for one in row.problems}))


def _record(line: Line) -> Record:
    if line.raw is None:
        return Record(line.number, "", "", problems=(Problem(line.problem, line.detail),))
    return record(line.number, line.raw)


def _once(records: list[Record]) -> list[Record]:
    """A code given twice counts the first time; which of the two is right nobody can say here."""
    first: dict[str, int] = {}
    found = []
    for one in records:
        if one.content and (before := first.setdefault(one.code, one.line)) != one.line:
            one = replace(one, content=None, problems=(Problem("duplicate_code", str(before)),))
        found.append(one)
    return found


def _contents(accepted: list[Record], known: Mapping[str, Known]) -> dict[str, Content]:
    """Contents by code; whose each is was stated, or is inferred from the whole file."""
    told = {code: state.publisher for code, state in known.items()}
    unsaid = [one.content for one in accepted if one.content and not one.publisher_stated]
    said = [one.content for one in accepted if one.content and one.publisher_stated]
    return {content.code: content for content in (*inferred(unsaid, told), *said)}


def _settled(one: Record, codes: Iterable[str]) -> Record:
    """A replaced one whose successor nobody knows is as good as withdrawn."""
    if one.status != "replaced" or (one.replaced_by in codes and one.replaced_by != one.code):
        return replace(one, replaced_by=one.replaced_by if one.status == "replaced" else "")
    problem = Problem("replaced_by_unknown", one.replaced_by)
    return replace(one, status="withdrawn", replaced_by="", problems=(*one.problems, problem))


def _row(one: Record, content: Content, before: Known | None) -> Row:
    problems = one.problems
    if content.publisher == UNKNOWN_PROVINCE:
        problems = (*problems, Problem("publisher_unknown", content.decision))
    row = Row(one.line, one.code, one.name, NEW, problems)
    publication = Publication(content, one.synced_at, one.status, one.replaced_by)
    if before is None:
        return replace(row, publication=publication)
    moved = (before.status, before.replaced_by) != (one.status, one.replaced_by)
    if before.digest != content.digest or moved:
        changes = (STATUS,) if moved else ()
        return replace(row, outcome=CHANGED, changes=changes, publication=publication)
    day = one.synced_at
    news = day is not None and (before.synced_at is None or day > before.synced_at)
    return replace(row, outcome=UNCHANGED, read_day=day if news else None)


def _withdrawn(records: list[Record], known: Mapping[str, Known]) -> list[Row]:
    """A rejected line still names its procedure: it is not missing."""
    named = {one.code for one in records}
    return [
        Row(0, code, state.name, WITHDRAWN)
        for code, state in sorted(known.items())
        if state.status == "active" and code not in named
    ]
