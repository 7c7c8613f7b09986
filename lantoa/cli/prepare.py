"""Everything that must stand before the first page: tables, procedures, index, an administrator.

Each step looks first whether there is anything to do, so that a second start is quick.
"""

import compileall
from datetime import datetime
from pathlib import Path

import click
from django.core.management import call_command
from django.db import connection

import lantoa
from lantoa.catalogue.search.actions import ensure_index
from lantoa.catalogue.starter.actions import load_starter
from lantoa.core.jobs.actions import give_back_interrupted
from lantoa.core.ops.health import pending_migrations
from lantoa.people.accounts.actions import create_first_administrator


def prepare(*, now: datetime) -> None:
    """Bring the installation up to this version. Idempotent; says what it does where it does it."""
    compileall.compile_dir(Path(lantoa.__file__).parent, quiet=2)
    waiting = pending_migrations()
    if waiting:
        click.echo("Preparing the database ...")
        call_command("migrate", verbosity=0, interactive=False)
    if connection.vendor == "sqlite":  # one machine: a job marked as running was interrupted
        give_back_interrupted(now=now)
    loaded = load_starter(now=now)
    if loaded:
        click.echo(f"Loaded the starter catalogue: {loaded} procedures.")
    if ensure_index(now=now):
        click.echo("Built the search index.")
    introduce_administrator(now=now)


def introduce_administrator(*, now: datetime) -> None:
    """Make the first administrator where there is no staff yet; print the password this once."""
    password = create_first_administrator(now=now)
    if password:
        click.echo("\nFirst administrator (shown only now; to be changed on first sign-in):")
        click.echo(f"    sign-in name  quantri\n    password      {password}\n")
