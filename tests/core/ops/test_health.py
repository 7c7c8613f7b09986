"""`/healthz` says that the process lives, `/readyz` that citizens can be served."""

from collections.abc import Iterator

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from lantoa.core.ops import health


@pytest.fixture(autouse=True)
def _forgetful() -> Iterator[None]:
    health._fully_migrated.clear()
    yield
    health._fully_migrated.clear()


@pytest.fixture
def conditions(monkeypatch: pytest.MonkeyPatch) -> dict[str, health.Condition]:
    """The list of conditions with core's own only, free to change."""
    own = {"database": health.database, "migrations": health.migrations}
    monkeypatch.setattr(health, "_conditions", own)
    return own


def test_healthz_answers_without_the_database(client: Client) -> None:
    response = client.get("/healthz")
    assert (response.status_code, response.json()) == (200, {"status": "ok"})


@pytest.mark.django_db
@pytest.mark.usefixtures("conditions")
def test_readyz_answers_200_when_all_holds(client: Client) -> None:
    response = client.get("/readyz")
    assert (response.status_code, response.json()) == (200, {"status": "ready"})


@pytest.mark.django_db
@pytest.mark.usefixtures("conditions")
def test_readyz_names_what_a_module_misses(client: Client) -> None:
    health.condition("index")(lambda: "not built")
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json() == {"status": "unready", "problems": {"index": "not built"}}


@pytest.mark.django_db
@pytest.mark.usefixtures("conditions")
def test_readyz_counts_pending_migrations(client: Client) -> None:
    MigrationRecorder(connection).record_unapplied("core", "0001_initial")
    assert client.get("/readyz").json()["problems"] == {"migrations": "1 pending"}
    assert health.pending_migrations() == ["core.0001_initial"]


@pytest.mark.django_db
def test_migrations_once_seen_complete_are_not_looked_up_again(
    django_assert_num_queries: pytest.FixtureRequest,
) -> None:
    assert health.migrations() == ""
    with django_assert_num_queries(0):
        assert health.migrations() == ""


def test_a_database_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise OperationalError("password=secret")

    monkeypatch.setattr(health.connections["default"], "cursor", fail)
    assert health.database() == "the database does not answer: OperationalError"


def test_migrations_that_cannot_be_read_are_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> list[str]:
        raise OperationalError("gone")

    monkeypatch.setattr(health, "pending_migrations", fail)
    assert health.migrations() == "cannot be read: OperationalError"


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
@pytest.mark.django_db
def test_answers_are_not_cached(client: Client, path: str) -> None:
    assert "no-store" in client.get(path)["Cache-Control"]
