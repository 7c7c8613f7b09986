"""What all tests share."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.test import override_settings
from django.utils.translation import override

SHARED_DATA = Path(__file__).resolve().parents[2] / "shared" / "data"


@pytest.fixture(scope="session", autouse=True)
def own_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """All that an installation writes goes into a folder of this test process."""
    folder = tmp_path_factory.mktemp("var")
    files = folder / "files"
    with override_settings(
        VAR_DIR=folder, FILES_DIR=files, MEDIA_ROOT=files, INDEX_DIR=folder / "index"
    ):
        yield folder


@pytest.fixture(autouse=True)
def vietnamese() -> Iterator[None]:
    """Each test begins in Vietnamese, whatever page in English the one before has opened."""
    with override("vi"):
        yield


@pytest.fixture
def now() -> datetime:
    """A fixed moment: tests pass time in."""
    return datetime(2026, 11, 20, 2, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real data; the test is skipped where it is absent."""
    if not SHARED_DATA.exists():
        pytest.skip("needs ../shared/data (real procedures and questions), which is absent")
    return SHARED_DATA
