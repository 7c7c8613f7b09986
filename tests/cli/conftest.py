"""A whole installation, started as an operator starts it, once for all tests."""

import signal
from collections.abc import Iterator

import pytest

from tests.cli.installation import Ended, Installation, stop


@pytest.fixture(scope="session")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """A folder where nothing was ever started."""
    return Installation(tmp_path_factory.mktemp("installation") / "var")


@pytest.fixture(scope="session")
def first_start(installation: Installation) -> Iterator[Ended]:
    """Started for the first time, then stopped with Ctrl-C."""
    yield stop(installation.start(), signal.SIGINT)


@pytest.fixture(scope="session")
def second_start(installation: Installation, first_start: Ended) -> Iterator[Ended]:
    """Started again, then stopped with SIGTERM."""
    yield stop(installation.start(), signal.SIGTERM)
