"""Documentation that fails when it is stale: commands, modules."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from lantoa.cli import main

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted(path.parent for path in (ROOT / "lantoa").glob("*/apps.py"))
REFERENCE = ROOT / "docs" / "reference" / "command-line.md"


def commands(group: click.Group, words: tuple[str, ...] = ("lantoa",)) -> Iterator[str]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield " ".join((*words, name))
        if isinstance(command, click.Group):
            yield from commands(command, (*words, name))


def test_the_reference_explains_each_command_and_no_other() -> None:
    headings = re.findall(r"^#+ `(lantoa [a-z ]+)`", REFERENCE.read_text("utf-8"), re.MULTILINE)
    assert sorted(headings) == sorted(commands(main))


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.name)
def test_a_module_introduces_itself_in_10_to_30_lines(module: Path) -> None:
    assert 10 <= len((module / "README.md").read_text(encoding="utf-8").splitlines()) <= 30
