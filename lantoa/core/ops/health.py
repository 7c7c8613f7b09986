"""What must hold before this process can answer citizens. Modules add their own conditions."""

from collections.abc import Callable

from django.db import DEFAULT_DB_ALIAS, DatabaseError, connections
from django.db.migrations.executor import MigrationExecutor

Condition = Callable[[], str]

_conditions: dict[str, Condition] = {}
_fully_migrated: set[str] = set()  # aliases once seen without pending migrations; only ever grows


def condition(name: str) -> Callable[[Condition], Condition]:
    """Put the decorated function on the list. It returns "" or else what is wrong."""

    def put_on_list(function: Condition) -> Condition:
        _conditions[name] = function
        return function

    return put_on_list


@condition("database")
def database() -> str:
    """The database answers."""
    try:
        with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError as error:
        return f"the database does not answer: {type(error).__name__}"
    return ""


@condition("migrations")
def migrations() -> str:
    """No migration is pending. Asked of the database until it is so, then remembered."""
    if DEFAULT_DB_ALIAS in _fully_migrated:
        return ""
    try:
        waiting = pending_migrations()
    except DatabaseError as error:
        return f"cannot be read: {type(error).__name__}"
    if waiting:
        return f"{len(waiting)} pending"
    _fully_migrated.add(DEFAULT_DB_ALIAS)
    return ""


def pending_migrations() -> list[str]:
    """Names of migrations that the code has and the database has not, as "app.name"."""
    executor = MigrationExecutor(connections[DEFAULT_DB_ALIAS])
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def problems() -> dict[str, str]:
    """What does not hold now: name of the condition -> what is wrong; empty when ready."""
    found = {name: check() for name, check in _conditions.items()}
    return {name: problem for name, problem in found.items() if problem}
