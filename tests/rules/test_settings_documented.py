"""Every variable that settings.py reads is explained, and nothing else is."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
READ = re.compile(r"\benv(?:\.\w+)?\(\s*\"([A-Z][A-Z0-9_]+)\"")


def names_read() -> set[str]:
    return set(READ.findall((ROOT / "lantoa" / "settings.py").read_text(encoding="utf-8")))


def test_settings_read_the_environment() -> None:
    assert {"DATABASE_URL", "LANTOA_VAR", "LANTOA_PRODUCTION"} <= names_read()


@pytest.mark.parametrize(
    ("page", "pattern"),
    [(".env.example", r"^# ([A-Z][A-Z0-9_]+)="), ("docs/settings.md", r"^### `([A-Z][A-Z0-9_]+)`")],
)
def test_each_variable_is_explained_and_none_is_stale(page: str, pattern: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    assert set(re.findall(pattern, text, re.MULTILINE)) == names_read()


def test_each_variable_of_the_example_has_a_comment_before_it() -> None:
    lines = (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()
    bare = [
        line
        for before, line in zip(["", *lines], lines, strict=False)
        if re.match(r"# [A-Z][A-Z0-9_]+=", line) and not before.startswith("# ")
    ]
    assert not bare
