"""What about this installation is unsafe for production, in words an operator can act on."""

import os
import shutil
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core import checks
from django.db import connection

from lantoa.core.ops import health

LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "[::1]", "::1"})
LEAST_FREE_BYTES = 1_000_000_000
LEAST_FREE_SHARE = 0.05


@dataclass(frozen=True)
class Finding:
    """One thing to mend: a stable code, what is the matter, what to do."""

    code: str
    what: str
    do: str


def findings() -> list[Finding]:
    """Everything that is unsafe now; empty when nothing is."""
    return [finding for look in LOOKS for finding in look()]


def of_settings() -> Iterator[Finding]:
    """Settings that suit a workplace but not the public."""
    if settings.DEBUG:
        yield Finding(
            "debug", "Error pages show source and settings.", "Take LANTOA_DEBUG out of .env."
        )
    if not settings.PRODUCTION:
        yield Finding(
            "not_production",
            "Cookies travel without HTTPS and pages are not bound to it.",
            "Put a proxy with HTTPS in front and set LANTOA_PRODUCTION=true.",
        )
    hosts = set(settings.ALLOWED_HOSTS)
    if "*" in hosts or hosts <= LOCAL_HOSTS:
        yield Finding(
            "hosts",
            "The portal answers to any name." if "*" in hosts else "It answers only to localhost.",
            "Set LANTOA_ALLOWED_HOSTS to the names citizens use, with commas between.",
        )


def of_files() -> Iterator[Finding]:
    """Secrets and data that other users of the machine can read."""
    for code, path in _private_paths().items():
        if path.exists() and stat.S_IMODE(path.stat().st_mode) & 0o077:
            yield Finding(
                f"{code}_readable",
                f"Other users of this machine can read {path}.",
                f"chmod go= {path}",
            )
    if os.geteuid() == 0:
        yield Finding(
            "root",
            "The portal runs as root.",
            "Run it as a user of its own, which owns LANTOA_VAR.",
        )


def _private_paths() -> dict[str, Path]:
    """What only the portal's own user should read. The folder shuts off what lies in it."""
    paths: dict[str, Path] = {
        "secret_key": settings.VAR_DIR / "secret_key",
        "data_folder": settings.VAR_DIR,
    }
    database = Path(str(connection.settings_dict["NAME"]))
    if connection.vendor == "sqlite" and settings.VAR_DIR not in database.parents:
        paths["database_file"] = database
    return paths


def of_disk() -> Iterator[Finding]:
    """Too little room where data is written."""
    usage = shutil.disk_usage(settings.VAR_DIR)
    if usage.free < max(LEAST_FREE_BYTES, LEAST_FREE_SHARE * usage.total):
        yield Finding(
            "disk",
            f"The disk of {settings.VAR_DIR} has only {usage.free // 1_000_000} MB left.",
            "Make room, or move LANTOA_VAR to a larger disk.",
        )


def of_health() -> Iterator[Finding]:
    """What keeps `/readyz` from answering 200."""
    for name, problem in health.problems().items():
        yield Finding(
            f"unready_{name}",
            f"Not ready to serve: {name}: {problem}.",
            "Run `lantoa up` once, or read docs/operating/production.md.",
        )


def of_django() -> Iterator[Finding]:
    """Django's own checks; those for deployment make sense only where HTTPS is on."""
    messages = checks.run_checks(include_deployment_checks=settings.PRODUCTION)
    for message in messages:
        if message.level >= checks.WARNING and not message.is_silenced():
            yield Finding(str(message.id), str(message.msg), message.hint or "See Django's docs.")


LOOKS: tuple[Callable[[], Iterator[Finding]], ...] = (
    of_settings,
    of_files,
    of_disk,
    of_health,
    of_django,
)
