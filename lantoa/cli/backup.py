"""`lantoa backup` and `lantoa restore`. See docs/operating/backup.md."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from django.conf import settings
from django.utils import timezone

from lantoa.catalogue.search.actions import ensure_index
from lantoa.cli.places import only_one
from lantoa.cli.progress import progress
from lantoa.core.backup.actions import back_up
from lantoa.core.backup.actions import restore as bring_back
from lantoa.core.backup.errors import BackupError
from lantoa.core.backup.manifest import Manifest


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Replace FILE where it exists.")
@click.option("--json", "as_json", is_flag=True, help="Print figures as JSON.")
def backup(file: Path, force: bool, as_json: bool) -> None:
    """Write database and files into the archive FILE (.tar.gz), while everything runs on.

    FILE appears complete or not at all, readable by its owner only. It holds personal data: keep
    it where nobody else gets at it.
    """
    if file.exists() and not force:
        raise click.ClickException(f"{file} exists; --force replaces it")
    with progress("Writing") as tell, one_line_errors():
        manifest = back_up(target=file, now=timezone.now(), tell=tell)
    report(f"Wrote {file}", file, manifest, as_json=as_json)


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Replace the data that is here.")
@click.option("--json", "as_json", is_flag=True, help="Print figures as JSON.")
def restore(file: Path, force: bool, as_json: bool) -> None:
    """Bring database and files back from FILE and prove them equal to it.

    Stop web and worker first. The archive may come from SQLite or PostgreSQL, whichever runs here.
    All or nothing: when anything is wrong, all stays as it was.
    """
    settings.VAR_DIR.mkdir(parents=True, exist_ok=True)
    with only_one(settings.VAR_DIR):
        with progress("Restoring") as tell, one_line_errors():
            manifest = bring_back(source=file, force=force, now=timezone.now(), tell=tell)
        ensure_index(now=timezone.now())
    report(f"Restored {file}, proven equal", file, manifest, as_json=as_json)


@contextmanager
def one_line_errors() -> Iterator[None]:
    """Refusals as one line and exit code 1."""
    try:
        yield
    except BackupError as error:
        raise click.ClickException(str(error)) from None


def report(done: str, file: Path, manifest: Manifest, *, as_json: bool) -> None:
    """Say what an archive holds, in a sentence or in JSON."""
    tables = {label: table.rows for label, table in manifest.tables.items()}
    figures = {
        "file": str(file),
        "bytes": file.stat().st_size,
        "rows": manifest.row_total,
        "tables": tables,
        "files": len(manifest.files),
        "engine": manifest.engine,
        "made_at": manifest.made_at,
    }
    if as_json:
        click.echo(json.dumps(figures, ensure_ascii=False))
    else:
        click.echo(f"{done}: {manifest.row_total} rows, {len(manifest.files)} files.")
