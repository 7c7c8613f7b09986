"""Rows of tables as JSON lines and back, the same on every database engine.

Left out: open sign-ins (an archive must not let anybody in), what `migrate` makes by itself, and of
the queue all but the jobs that wait (a job that has begun may have acted already).
"""

import hashlib
import json
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import Field, Model, QuerySet
from django.utils.duration import duration_iso_string
from django_tasks import TaskResultStatus

from lantoa.core.backup.manifest import Table

REMADE_BY_MIGRATE = frozenset({"auth", "contenttypes"})
LEFT_OUT = REMADE_BY_MIGRATE | {"sessions"}
QUEUE = "django_tasks_database.dbtaskresult"
ROWS_AT_ONCE = 500

Line = bytes
Tell = Callable[[int], None]


def models_kept() -> list[type[Model]]:
    """The models whose rows an archive holds, sorted by label."""
    return sorted(
        (model for model in _all_models() if model._meta.app_label not in LEFT_OUT),
        key=lambda model: model._meta.label_lower,
    )


def _all_models() -> list[type[Model]]:
    models = apps.get_models(include_auto_created=True)
    return [model for model in models if model._meta.managed and not model._meta.proxy]


def fields_of(model: type[Model]) -> list[Field[Any, Any]]:
    """The fields that have a column of their own, in order."""
    return [field for field in model._meta.concrete_fields if not field.generated]


def columns_of(model: type[Model]) -> tuple[str, ...]:
    """Their names, as attributes of an object."""
    return tuple(field.attname for field in fields_of(model))


def rows_kept(model: type[Model]) -> QuerySet[Model]:
    """The rows of a model that an archive holds, in key order."""
    rows = model._base_manager.order_by("pk")
    if model._meta.label_lower == QUEUE:
        rows = rows.filter(status=TaskResultStatus.READY)
    return rows


def read_lines(model: type[Model]) -> Iterator[Line]:
    """Each row as one line of JSON. Call it inside a transaction; holds few rows at a time."""
    rows = rows_kept(model).values_list(*columns_of(model))
    for row in rows.iterator(chunk_size=ROWS_AT_ONCE):
        text = json.dumps(
            row, default=_plain, ensure_ascii=False, separators=(",", ":"), sort_keys=True
        )
        yield text.encode() + b"\n"


def _plain(value: object) -> str:
    """A value that JSON lacks, as text that the field's `to_python` understands."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return duration_iso_string(value)
    if isinstance(value, bytes | memoryview):
        return b64encode(value).decode("ascii")
    return str(value)  # Decimal, UUID


def described(model: type[Model], lines: Iterable[Line], take: Callable[[Line], Any]) -> Table:
    """Pass each line to `take`, and say what went by."""
    digest, rows = hashlib.sha256(), 0
    for line in lines:
        digest.update(line)
        take(line)
        rows += 1
    return Table(columns_of(model), rows, digest.hexdigest())


def write_lines(model: type[Model], lines: Iterable[Line], tell: Tell) -> None:
    """Insert rows that `read_lines` read: values as they are, keys and times included."""
    fields = fields_of(model)
    quoted = [connection.ops.quote_name(str(field.column)) for field in fields]
    table = connection.ops.quote_name(model._meta.db_table)
    marks = ", ".join(["%s"] * len(fields))
    statement = f"INSERT INTO {table} ({', '.join(quoted)}) VALUES ({marks})"  # noqa: S608 - names
    remaining = iter(lines)
    with connection.cursor() as cursor:
        while batch := list(islice(remaining, ROWS_AT_ONCE)):
            cursor.executemany(statement, [_parameters(fields, line) for line in batch])
            tell(len(batch))


def _parameters(fields: list[Field[Any, Any]], line: Line) -> list[Any]:
    values = zip(fields, json.loads(line), strict=True)
    return [field.get_db_prep_save(field.to_python(value), connection) for field, value in values]


def delete_rows() -> None:
    """Empty every table, open sign-ins and the whole queue too, but not what `migrate` makes."""
    with connection.cursor() as cursor:
        for model in _all_models():
            if model._meta.app_label not in REMADE_BY_MIGRATE:
                table = connection.ops.quote_name(model._meta.db_table)
                cursor.execute(f"DELETE FROM {table}")  # noqa: S608 - a name, quoted


def reset_sequences() -> None:
    """Let the next key follow the highest there is. PostgreSQL needs it; SQLite does it itself."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models_kept()):
            cursor.execute(statement)


@contextmanager
def snapshot() -> Iterator[None]:
    """A transaction that sees the database as it is now, to its end, and stops no writer."""
    connection.ensure_connection()
    mode = getattr(connection, "transaction_mode", None)
    if connection.vendor == "sqlite":
        connection.transaction_mode = "DEFERRED"  # type: ignore[attr-defined]
    try:
        with transaction.atomic(durable=True):
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
    finally:
        if connection.vendor == "sqlite":
            connection.transaction_mode = mode  # type: ignore[attr-defined]
