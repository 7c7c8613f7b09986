"""A small installation with rows of many kinds and two files, and its archive."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.contrib.sessions.models import Session
from django.db.models import Model
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from lantoa.core.audit.actions import record
from lantoa.core.audit.models import AuditRow
from lantoa.core.backup.actions import back_up
from lantoa.core.backup.tables import described, models_kept, read_lines
from lantoa.core.jobs.actions import run

DETAILS = {"đ": [1, 2.5, 70000.0, None, True], "b": {"z": 1, "a": "\n\t\"'"}}


@pytest.fixture(autouse=True)
def installation(settings: LazySettings, tmp_path: Path) -> Path:
    """Folders of its own for each test."""
    settings.VAR_DIR = tmp_path / "var"
    settings.FILES_DIR = tmp_path / "var" / "files"
    (settings.FILES_DIR / "imports").mkdir(parents=True)
    (settings.FILES_DIR / "imports" / "Danh mục.xlsx").write_bytes(b"\0\xff" * 5000)
    (settings.FILES_DIR / "empty").touch()
    return settings.VAR_DIR


@pytest.fixture
def rows(transactional_db: None, now: datetime) -> None:
    """Audit rows, a waiting job, a job under way, an open sign-in."""
    for hour in range(3):
        record(
            actor="an",
            action="a.b.c",
            subject=f"thing {hour}",
            now=now + timedelta(hours=hour, microseconds=7),
            details=DETAILS,
        )
    run.enqueue("waits", {"id": 1})
    DBTaskResult.objects.filter(id=run.enqueue("runs", {}).id).update(
        status=TaskResultStatus.RUNNING
    )
    Session.objects.create(session_key="k" * 32, session_data="x", expire_date=now)


@pytest.fixture
def archive(rows: None, tmp_path: Path, now: datetime) -> Path:
    """The archive of that installation."""
    path = tmp_path / "copy.tar.gz"
    back_up(target=path, now=now)
    return path


@pytest.fixture
def emptied(archive: Path) -> Path:
    """The archive, after all rows were lost."""
    for model in (AuditRow, DBTaskResult, Session):
        model._base_manager.all().delete()
    return archive


@pytest.fixture
def state() -> Callable[[], dict[str, object]]:
    """A function that says what the tables hold now, row by row."""

    def take(model: type[Model]) -> object:
        return described(model, read_lines(model), len)

    return lambda: {model._meta.label_lower: take(model) for model in models_kept()}
