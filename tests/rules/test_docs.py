"""Documentation that fails when it is stale: commands, modules, files, the map, the walks."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from lantoa.cli import main

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted(path.parent for path in (ROOT / "lantoa").glob("*/apps.py"))
REFERENCE = ROOT / "docs" / "reference" / "command-line.md"
PAGES = [*sorted(ROOT.glob("docs/**/*.md")), *sorted(ROOT.glob("README*.md"))]
DECISIONS = sorted(ROOT.glob("docs/decisions/*.md"))
NO_NOUN = {"migrations", "templatetags"}
NAMED = re.compile(r"(?<![\w./-])((?:lantoa|tests|docs|scripts|benchmarks)/[\w./-]*[\w/])")
LINK = re.compile(r"\]\(([^)#:\s]+)[^):\s]*\)")
STEP = re.compile(r"`([\w./]*)::(\w+)`")


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


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


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_file_a_page_names_exists(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = {ROOT / path for path in NAMED.findall(text)}
    linked = {page.parent / target for target in LINK.findall(text)}
    assert sorted(str(path) for path in named | linked if not path.exists()) == []


def test_the_map_shows_each_noun_and_no_other() -> None:
    nouns = {
        name(path.parent)
        for module in MODULES
        for path in module.glob("*/__init__.py")
        if path.parent.name not in NO_NOUN
    }
    text = (ROOT / "docs" / "map.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^- `(lantoa/\w+/\w+)`:", text, re.MULTILINE)) == nouns


def test_each_step_of_the_walks_is_in_its_file() -> None:
    steps = STEP.findall((ROOT / "docs" / "walks.md").read_text(encoding="utf-8"))
    missing, file = [], ""
    for path, function in steps:
        file = path or file  # "::name" alone goes on in the file named last
        source = (ROOT / file).read_text(encoding="utf-8")
        if not re.search(rf"^(def|class) {function}\b", source, re.MULTILINE):
            missing.append(f"{file}::{function}")
    assert len(steps) > 20 and not missing


@pytest.mark.parametrize("record", DECISIONS, ids=name)
def test_a_decision_is_short_and_says_why_and_what_follows(record: Path) -> None:
    text = record.read_text(encoding="utf-8")
    assert [part in text for part in ("## Context", "## Decision", "## Consequences")] == [True] * 3
    assert len(text.splitlines()) <= 50
