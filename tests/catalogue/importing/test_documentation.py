"""The reference of imports says everything an officer may meet."""

from pathlib import Path

import pytest

from lantoa.catalogue.importing.problems import LABELS
from lantoa.catalogue.importing.readers import KINDS
from lantoa.catalogue.importing.tables.columns import COLUMNS

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "catalogue-import.md"


@pytest.fixture(scope="module")
def reference() -> str:
    """The text of the reference."""
    return PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("code", LABELS)
def test_each_problem_is_documented(reference: str, code: str) -> None:
    assert f"| `{code}` |" in reference


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: column.key)
def test_each_column_is_documented(reference: str, column) -> None:
    assert f"| {column.heading} |" in reference


def test_no_problem_is_documented_that_is_none(reference: str) -> None:
    section = reference.partition("## Problems")[2]
    told = [row.split("`")[1] for row in section.splitlines() if row.startswith("| `")]
    assert told == list(LABELS)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_file_is_documented(reference: str, kind: str) -> None:
    assert f"`{kind}`" in reference
