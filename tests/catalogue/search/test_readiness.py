"""A process without a search index says so before citizens find out."""

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client

from lantoa.catalogue.search import conditions, queries
from lantoa.catalogue.search.errors import IndexDamagedError


def test_an_index_that_was_never_built_is_named(settings: LazySettings, tmp_path: Path) -> None:
    settings.INDEX_DIR = tmp_path
    assert conditions.search_index() == "not built: run `lantoa search build`"


def test_an_index_that_cannot_be_read_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise IndexDamagedError(Path("/secret/place"))

    monkeypatch.setattr(queries, "engine", fail)
    assert conditions.search_index().startswith("cannot be read")


def test_an_index_that_loads_is_no_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "engine", lambda: None)
    assert conditions.search_index() == ""


@pytest.mark.django_db
def test_readyz_asks_for_the_index_and_tells_no_path(
    client: Client, settings: LazySettings, tmp_path: Path
) -> None:
    settings.INDEX_DIR = tmp_path
    response = client.get("/readyz")
    assert response.status_code == 503
    assert "search_index" in response.json()["problems"]
    assert str(tmp_path) not in response.content.decode()
