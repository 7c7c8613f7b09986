"""`lantoa worker`: the process that works off background jobs."""

import logging

import click
from django.conf import settings
from django.core.management import call_command

from lantoa.cli.supervisor import follow_supervisor

SECONDS_BETWEEN_LOOKS = 0.5


@click.command()
@click.option("--once", is_flag=True, help="Work off what waits, then stop.")
def worker(once: bool) -> None:
    """Work off background jobs until stopped. Logs are JSON lines on standard error.

    Several may run at once; with SQLite all on one machine, with PostgreSQL anywhere.
    """
    follow_supervisor()
    call_command(
        "db_worker",
        queue_name="*",
        interval=SECONDS_BETWEEN_LOOKS,
        batch=once,
        startup_delay=False,
        reload=False,
        verbosity=1 if logging.getLevelName(settings.LOG_LEVEL) <= logging.INFO else 0,
    )
