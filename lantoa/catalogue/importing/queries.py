"""Reading imports, and working out what a file would do without keeping anything."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

from django.db.models import QuerySet

from lantoa.catalogue.importing import proposal
from lantoa.catalogue.importing.errors import FileRefusedError
from lantoa.catalogue.importing.lines import Line
from lantoa.catalogue.importing.models import ImportRow, ImportRun, RunStatus
from lantoa.catalogue.importing.proposal import Row
from lantoa.catalogue.importing.readers import read
from lantoa.catalogue.procedures import queries as procedures
from lantoa.catalogue.procedures.content import Content
from lantoa.catalogue.procedures.differences import PartChange, changes

OnLine = Callable[[int], None]
WAITING: Final = (RunStatus.RECEIVED, RunStatus.PROPOSED, RunStatus.APPLYING)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a file would do to the catalogue of fingerprint `digest`."""

    rows: list[Row]
    digest: str

    @property
    def counts(self) -> dict[str, int]:
        """Outcome -> number of rows."""
        return proposal.counts(self.rows)

    @property
    def problem_counts(self) -> dict[str, int]:
        """Code of a problem -> number of rows that have it."""
        return proposal.problem_counts(self.rows)


def preview(
    stream: BinaryIO, name: str, *, complete: bool, on_line: OnLine | None = None
) -> Proposal:
    """Read a file called `name` and compare it with the catalogue; nothing is written.

    `on_line` is told the number of each line read. Raises FileRefusedError.
    """
    digest = procedures.catalogue_digest()
    lines = list(_told(read(stream, name), on_line))
    if not lines:
        raise FileRefusedError("empty_file")
    rows = proposal.propose(lines, procedures.known(), complete=complete)
    changed = [row.code for row in rows if row.outcome == proposal.CHANGED]
    return Proposal(proposal.with_changes(rows, procedures.contents(changed)), digest)


def _told(lines: Iterator[Line], on_line: OnLine | None) -> Iterator[Line]:
    for line in lines:
        if on_line is not None:
            on_line(line.number)
        yield line


def runs() -> QuerySet[ImportRun]:
    """Every import, newest first."""
    return ImportRun.objects.all()


def run(import_id: int) -> ImportRun | None:
    """One import; None where there is none."""
    return ImportRun.objects.filter(id=import_id).first()


def waiting_runs() -> QuerySet[ImportRun]:
    """Imports that are being read or wait for somebody to look at them, newest first."""
    return ImportRun.objects.filter(status__in=WAITING)


def rows(import_id: int, *, outcome: str = "", problem: str = "") -> QuerySet[ImportRow]:
    """Rows of an import in the order of the file, without what they would publish.

    Filtered by outcome, and to those with a problem of code `problem` ("any": with any problem).
    """
    found = ImportRow.objects.filter(run_id=import_id).defer("body")
    if outcome:
        found = found.filter(outcome=outcome)
    if problem == "any":
        return found.exclude(problems=[])
    return found.filter(problem_codes__contains=f" {problem} ") if problem else found


def row(import_id: int, row_id: int) -> ImportRow | None:
    """One row of an import with its import; None where there is none."""
    return ImportRow.objects.filter(run_id=import_id, id=row_id).select_related("run").first()


def row_changes(row: ImportRow) -> list[PartChange]:
    """What would change in the procedure of a changed row, line by line; nothing once applied."""
    if not row.body:
        return []
    before = procedures.contents([row.code]).get(row.code)
    return changes(before, Content.from_json(row.body["content"])) if before else []
