"""`lantoa up`: the whole portal on this machine with one command; what `make run` calls."""

import os
import socket
import sys
from collections.abc import Callable

import click
from django.conf import settings
from django.db import connections
from django.urls import reverse
from django.utils import timezone

from lantoa.cli.exits import Exit
from lantoa.cli.places import only_one, refuse_bad_folder, refuse_taken_port
from lantoa.cli.prepare import prepare
from lantoa.cli.supervisor import Group

EVERY_ADDRESS = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}  # noqa: S104 - recognised, not bound


@click.command()
@click.option("--host", default=None, help="Address to listen on [LANTOA_HOST].")
@click.option("--port", type=click.IntRange(1, 65535), default=None, help="Port [LANTOA_PORT].")
def up(host: str | None, port: int | None) -> None:
    """Prepare everything, then run web and worker until Ctrl-C.

    Makes the tables, loads the starter catalogue, builds the search index and makes a first
    administrator, each only where it is missing.
    """
    host, port = host or settings.HOST, port or settings.PORT
    try:
        refuse_bad_folder(settings.VAR_DIR)
        with only_one(settings.VAR_DIR):
            refuse_taken_port(host, port)
            prepare(now=timezone.now())
            connections.close_all()
            ended = Group(commands(host, port), child_environment()).run(announcer(host, port))
    except KeyboardInterrupt:
        ended = {}
    click.echo("Stopped." if not ended else f"Stopped, because {describe(ended)}.", err=bool(ended))
    sys.exit(Exit.FAILED if ended else Exit.OK)


def commands(host: str, port: int) -> dict[str, list[str]]:
    """The processes of a portal: name -> command."""
    lantoa = [sys.executable, "-m", "lantoa"]
    return {
        "web": [*lantoa, "serve", "--host", host, "--port", str(port)],
        "worker": [*lantoa, "worker"],
    }


def child_environment() -> dict[str, str]:
    """Our own environment, but children may keep their bytecode: starts take 2 s instead of 5."""
    return {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


def describe(ended: dict[str, int]) -> str:
    """Which processes ended by themselves, in words."""
    return " and ".join(f"{name} ended with code {code}" for name, code in sorted(ended.items()))


def announcer(host: str, port: int) -> Callable[[], bool]:
    """A function that prints the addresses once the port answers, and says whether it has."""
    reachable = EVERY_ADDRESS.get(host, host)

    def announce() -> bool:
        try:
            socket.create_connection((reachable.strip("[]"), port), timeout=1).close()
        except OSError:
            return False
        base = f"http://{reachable}:{port}"
        click.echo(f"Lan Tỏa   {base}{reverse('portal:home')}")
        click.echo(f"Desk      {base}{reverse('portal:desk')}")
        click.echo("Ctrl-C stops it.")
        return True

    return announce
