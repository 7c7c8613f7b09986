"""A command group whose commands are loaded when they are called, with Django ready before them."""

import logging
import os
import re
import sys
from importlib import import_module
from typing import Any

import click
import django
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError
from environs.exceptions import EnvError

# What SQLite and PostgreSQL say of a table that was never made.
UNPREPARED = re.compile(r"no such (table|column)|(relation|column) .* does not exist")
EXPECTED = (OSError, DatabaseError, ImproperlyConfigured, EnvError)


def explain(error: BaseException) -> str:
    """One line for a person: what happened, and to which file where that is known."""
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror}: {error.filename}" if error.filename else error.strerror
    if isinstance(error, DatabaseError) and UNPREPARED.search(str(error)):
        return "the database is not prepared for this version: run `lantoa up` once"
    return " ".join(str(error).split()) or type(error).__name__


def set_up_django() -> None:
    """Make Django ready. Raises ClickException where our folder cannot be written."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lantoa.settings")
    if apps.ready:
        return
    logging.captureWarnings(True)  # warnings must not break the JSON lines of the log
    try:
        django.setup()
    except OSError as error:
        reason = f"{explain(error)}. Make the folder writable, or name another in LANTOA_VAR"
        raise click.ClickException(f"cannot write in the installation's folder: {reason}") from None


class LazyGroup(click.Group):
    """A group that knows its commands by a table: name -> ("module:attribute", short help).

    A command without short help is hidden. What is expected to go wrong in operation (files,
    database, settings) becomes one line and exit code 1.
    """

    def __init__(self, *args: Any, table: dict[str, tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.table = table

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order of the table."""
        return [name for name, (_, short) in self.table.items() if short]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command itself; Django is set up first because commands import models."""
        if cmd_name not in self.table:
            return None
        set_up_django()
        module, attribute = self.table[cmd_name][0].split(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List names and short helps from the table, loading nothing."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, self.table[name][1]) for name in self.list_commands(ctx)])

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run; turn errors that operation brings with it into one line."""
        try:
            return super().main(*args, **kwargs)
        except EXPECTED as error:
            click.echo(f"lantoa: {explain(error)}", err=True)
            sys.exit(1)
