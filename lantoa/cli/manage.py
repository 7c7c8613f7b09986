"""`lantoa manage ...`: Django's own management commands, for developers."""

import click
from django.core.management import execute_from_command_line


@click.command(
    hidden=True, context_settings={"ignore_unknown_options": True}, add_help_option=False
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def manage(arguments: tuple[str, ...]) -> None:
    """Pass everything on to Django."""
    execute_from_command_line(["lantoa manage", *arguments])
