"""`lantoa catalogue`: procedures in and out."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, Final

import click
from django.utils import timezone
from django.utils.translation import override

from lantoa.catalogue.importing import actions, queries
from lantoa.catalogue.importing.errors import ImportingError
from lantoa.catalogue.importing.problems import LABELS
from lantoa.catalogue.importing.proposal import REJECTED, Row
from lantoa.catalogue.importing.writers import write
from lantoa.catalogue.procedures import queries as procedures
from lantoa.catalogue.procedures.errors import CatalogueChangedError
from lantoa.catalogue.procedures.publication import Publication
from lantoa.catalogue.search.actions import ensure_index
from lantoa.cli.exits import Exit
from lantoa.cli.progress import progress

ACTOR: Final = "operator"
REJECTED_SHOWN: Final = 50
EVERY: Final = 200


@click.group()
def catalogue() -> None:
    """Import, export and templates of procedures."""


@catalogue.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would change, change nothing.")
@click.option("--complete", is_flag=True, help="FILE is the whole list: withdraw what it lacks.")
@click.option("--json", "as_json", is_flag=True, help="Print the outcome as JSON.")
@click.option("--yes", is_flag=True, help="Do not ask on a terminal before applying.")
def import_file(*, file: Path, dry_run: bool, complete: bool, as_json: bool, yes: bool) -> None:
    """Bring procedures in from FILE (.jsonl, .jsonl.gz, .xlsx, .csv).

    Says how many are new, changed, unchanged, rejected and withdrawn, with line and reason for each
    rejected one, then applies it all in one transaction and brings the search index up to date. On
    a terminal it asks first. Exit code 3: some lines were rejected (the others count).
    """
    with override("en"), _plain_errors():
        found = _preview(file, complete)
        if not as_json:
            _tell(found)
        applied = not dry_run and _wanted(found, yes or as_json) and _apply(file, complete, found)
        if as_json:
            click.echo(json.dumps(_figures(found, applied=applied), ensure_ascii=False))
        elif not dry_run:
            click.echo("Applied." if applied else "Nothing to apply.")
    sys.exit(Exit.PROBLEMS if found.counts[REJECTED] else Exit.OK)


@contextmanager
def _plain_errors() -> Iterator[None]:
    """What is wrong with a file is one line in the operator's language, not a traceback."""
    try:
        yield
    except (ImportingError, CatalogueChangedError) as error:
        with override("en"):
            message = str(error.message)
        raise click.ClickException(message) from error


def _preview(file: Path, complete: bool) -> queries.Proposal:
    with file.open("rb") as stream, _reading(file) as on_line:
        return queries.preview(stream, file.name, complete=complete, on_line=on_line)


@contextmanager
def _reading(file: Path) -> Iterator[Callable[[int], None]]:
    """A bar that moves with the lines read; how many there are is known only at the end."""
    with progress(f"Reading {file.name}") as tell:

        def on_line(number: int) -> None:
            if number % EVERY == 0:
                tell(EVERY, number + EVERY)

        yield on_line


def _tell(found: queries.Proposal) -> None:
    for outcome, number in found.counts.items():
        click.echo(f"{outcome:<10}{number:>7,}")
    rejected = [row for row in found.rows if row.outcome == REJECTED]
    for row in rejected[:REJECTED_SHOWN]:
        click.echo(f"  line {row.line}  {row.code or '-'}  {_reasons(row)}")
    if len(rejected) > REJECTED_SHOWN:
        click.echo(f"  ... and {len(rejected) - REJECTED_SHOWN} more (all of them with --json)")


def _reasons(row: Row) -> str:
    return "; ".join(
        f"{LABELS[problem.code]} ({problem.detail})"
        if problem.detail
        else str(LABELS[problem.code])
        for problem in row.problems
    )


def _wanted(found: queries.Proposal, sure: bool) -> bool:
    """True where there is something to apply and nobody minds."""
    news = any(row.publication or row.read_day or row.line == 0 for row in found.rows)
    if not news or sure or not _on_terminal():
        return news
    return click.confirm("Apply?", default=True)


def _on_terminal() -> bool:
    return sys.stdin.isatty()


def _apply(file: Path, complete: bool, found: queries.Proposal) -> bool:
    """Keep the file as an import with its history, apply it, bring the index up to date."""
    now = timezone.now()
    with file.open("rb") as stream:
        run = actions.keep_proposal(
            by=ACTOR, name=file.name, stream=stream, complete=complete, found=found, now=now
        )
    actions.apply_import(import_id=run.id, by=ACTOR, now=timezone.now())
    ensure_index(now=timezone.now())
    return True


def _figures(found: queries.Proposal, *, applied: bool) -> dict[str, Any]:
    """What --json prints: outcomes, rejected lines with reasons, problems and their numbers."""
    rejected = [row for row in found.rows if row.outcome == REJECTED]
    return {
        **found.counts,
        "applied": applied,
        "rejected_lines": [
            {"line": row.line, "code": row.code, "problems": [list(one) for one in row.problems]}
            for row in rejected
        ],
        "problems": found.problem_counts,
    }


@catalogue.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def template(file: Path) -> None:
    """Write an empty table with notes and an example to FILE (.xlsx or .csv)."""
    with _plain_errors(), _new(file) as stream:
        write(stream, file.name, (), notes=True)
    click.echo(f"Wrote {file}.")


@catalogue.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def export(file: Path) -> None:
    """Write all procedures to FILE (.jsonl, .jsonl.gz, .xlsx, .csv).

    Importing the file again changes nothing.
    """
    total = procedures.counts().all
    with _plain_errors(), _new(file) as stream, progress(f"Writing {file.name}") as tell:
        write(stream, file.name, _counted(procedures.publications(), tell, total), notes=False)
    click.echo(f"Wrote {total:,} procedures to {file}.")


def _counted(
    publications: Iterator[Publication], tell: Callable[[int, int], None], total: int
) -> Iterator[Publication]:
    for one in publications:
        tell(1, total)
        yield one


@contextmanager
def _new(file: Path) -> Iterator[BinaryIO]:
    """A file that stands under its name only when it is whole."""
    part = file.with_name(f".{file.name}.part")
    try:
        with part.open("wb") as stream:
            yield stream
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
