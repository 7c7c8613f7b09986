"""`lantoa serve`: the web process."""

from copy import deepcopy
from typing import Any

import click
from django.conf import settings
from django.db import connections
from granian.constants import Interfaces
from granian.server import Server

from lantoa.cli.places import refuse_taken_port
from lantoa.cli.supervisor import follow_supervisor

BLOCKING_THREADS = 4  # Python threads a worker; each may hold one database connection
KILL_AFTER_SECONDS = 8


@click.command()
@click.option("--host", default=None, help="Address to listen on [LANTOA_HOST].")
@click.option("--port", type=click.IntRange(1, 65535), default=None, help="Port [LANTOA_PORT].")
def serve(host: str | None, port: int | None) -> None:
    """Answer web requests until stopped.

    As many processes as LANTOA_WEB_WORKERS says. Logs are JSON lines on standard error.
    """
    host, port = host or settings.HOST, port or settings.PORT
    refuse_taken_port(host, port)
    follow_supervisor()
    connections.close_all()  # a forked worker must open its own
    Server(
        "lantoa.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=settings.WEB_WORKERS,
        blocking_threads=BLOCKING_THREADS,
        websockets=False,
        log_dictconfig=log_configuration(),
        workers_kill_timeout=KILL_AFTER_SECONDS,
        respawn_failed_workers=True,
    ).serve()


def log_configuration() -> dict[str, Any]:
    """Our own log settings with the server's loggers added: it insists on finding them."""
    configuration: dict[str, Any] = deepcopy(settings.LOGGING)
    configuration["loggers"]["_granian"] = {"level": settings.LOG_LEVEL}
    configuration["loggers"]["granian.access"] = {"level": "WARNING"}
    return configuration
