"""What a database holds, as far as backups need to know."""

from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from lantoa.core.backup.manifest import Manifest
from lantoa.core.backup.tables import columns_of, models_kept, rows_kept


def applied_migrations() -> tuple[str, ...]:
    """Names of the migrations that made the tables, as "app.name", sorted."""
    applied = MigrationRecorder(connection).applied_migrations()
    return tuple(sorted(f"{app}.{name}" for app, name in applied))


def row_total() -> int:
    """How many rows a backup would hold now."""
    return sum(rows_kept(model).count() for model in models_kept())


def first_data() -> str:
    """The label of a table that holds rows; "" in an empty database, with or without tables."""
    there = set(connection.introspection.table_names())
    for model in models_kept():
        if model._meta.db_table in there and rows_kept(model).exists():
            return model._meta.label_lower
    return ""


def schema_difference(manifest: Manifest) -> str:
    """What keeps an archive out of this version's tables; "" when it fits."""
    loader = MigrationLoader(None)
    made_by = set(manifest.migrations)
    known = {f"{app}.{name}" for app, name in loader.disk_migrations or {}}
    newest = {f"{app}.{name}" for app, name in loader.graph.leaf_nodes()}
    ours = {model._meta.label_lower: columns_of(model) for model in models_kept()}
    theirs = {label: table.columns for label, table in manifest.tables.items()}
    differing = {label for label in ours.keys() | theirs if ours.get(label) != theirs.get(label)}
    return min([*(made_by - known), *(newest - made_by), *differing], default="")
