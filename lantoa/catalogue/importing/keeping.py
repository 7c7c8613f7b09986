"""Rows of a proposal as they are kept, and what is published from them later."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from lantoa.catalogue.importing.models import ImportRow, ImportRun, Outcome
from lantoa.catalogue.importing.proposal import Row
from lantoa.catalogue.procedures.content import Content
from lantoa.catalogue.procedures.publication import Publication

BATCH = 500


def import_row(run: ImportRun, row: Row) -> ImportRow:
    """The row as it is kept; problem codes also as text to filter by."""
    codes = " ".join(dict.fromkeys(problem.code for problem in row.problems))
    return ImportRow(
        run=run,
        line=row.line,
        code=row.code,
        name=row.name,
        outcome=row.outcome,
        problems=[list(problem) for problem in row.problems],
        problem_codes=f" {codes} " if codes else "",
        changes=list(row.changes),
        body=_body(row),
    )


def _body(row: Row) -> dict[str, Any] | None:
    """What applying needs: the publication, or for an equal content only the day it was read."""
    if (one := row.publication) is not None:
        return {
            "content": one.content.as_json(),
            "read": one.synced_at and one.synced_at.isoformat(),
            "status": one.status,
            "replaced_by": one.replaced_by,
        }
    return {"read": row.read_day.isoformat()} if row.read_day else None


def publications(run: ImportRun) -> Iterator[Publication]:
    """What the new and changed rows of an import publish, read piece by piece."""
    rows = run.rows.filter(outcome__in=(Outcome.NEW, Outcome.CHANGED), body__isnull=False)
    for body in rows.values_list("body", flat=True).iterator(chunk_size=BATCH):
        yield _publication(body)


def _publication(body: Any) -> Publication:
    read = body["read"]
    return Publication(
        Content.from_json(body["content"]),
        date.fromisoformat(read) if read else None,
        body["status"],
        body["replaced_by"],
    )


def read_days(run: ImportRun) -> dict[str, date]:
    """Code -> day on which an equal content was read again later."""
    rows = run.rows.filter(outcome=Outcome.UNCHANGED, body__isnull=False)
    return {row.code: date.fromisoformat(row.body["read"]) for row in rows if row.body}
