"""Rules for all templates, so that the strict policy and the small weight hold."""

import re
import statistics
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

import lantoa

PACKAGE = Path(lantoa.__file__).parent
TEMPLATES = sorted(PACKAGE.glob("*/templates/**/*.html"))
STYLES = PACKAGE / "ui" / "static" / "ui" / "lantoa.css"
INLINE = re.compile(r"<script|<style|\sstyle=|\son[a-z]+=|javascript:", re.IGNORECASE)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_has_inline_style_or_script(path: Path):
    assert not INLINE.search(path.read_text("utf-8"))


def test_assets_named_in_templates_exist():
    named = {
        name
        for path in TEMPLATES
        for name in re.findall(r'{% asset "([^"]+)" %}', path.read_text("utf-8"))
    }
    assert named and all(finders.find(name) for name in named)


def test_templates_are_short():
    lengths = [len(path.read_text("utf-8").splitlines()) for path in TEMPLATES]
    assert statistics.median(lengths) <= 30 and max(lengths) <= 60


def test_templates_are_unsafe_nowhere():
    assert not [path for path in TEMPLATES if re.search(r"\|\s*safe|autoescape", path.read_text())]


def test_colours_are_named_by_role_outside_the_list_of_roles():
    rules = STYLES.read_text("utf-8").split("/* Ground */")[1].split("/* Print")[0]
    found = re.findall(r":[^;{}]*#[0-9a-f]{3,8}\b", rules)
    assert found == []


def test_the_style_sheet_stays_small():
    assert STYLES.stat().st_size < 30_000
