"""Extracting, merging and checking translations."""

from pathlib import Path

import polib
import pytest

from scripts import messages
from scripts.messages import Message


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package with messages in Python and in a template."""
    folder = tmp_path / "app" / "templates" / "app"
    folder.mkdir(parents=True)
    (tmp_path / "app" / "a.py").write_text(
        '_("Tra cứu")\n'
        'ngettext("%(n)s kết quả", "%(n)s kết quả", n)\n'
        'pgettext("nút", "Tìm")\n'
        'other("Không dịch")\n',
        encoding="utf-8",
    )
    (folder / "page.html").write_text(
        '<p>\n  {% translate "Tra cứu" %}\n    {{ x|f:_("Lọc") }}\n'
        "{% blocktranslate trimmed with a=b %}\n  Có {{ a }}\n  dòng\n{% endblocktranslate %}\n"
        "{% blocktranslate count n=m %}{{ n }} tỉnh{% plural %}{{ n }} tỉnh ạ"
        "{% endblocktranslate %}\n  không dịch\n</p>",
        encoding="utf-8",
    )
    return tmp_path


def entry(text: str, english: str, plural: str = "") -> polib.POEntry:
    if plural:
        return polib.POEntry(
            msgid=text, msgid_plural=plural, msgstr_plural={0: english, 1: english}
        )
    return polib.POEntry(msgid=text, msgstr=english)


def catalogue(*entries: polib.POEntry) -> polib.POFile:
    made = polib.POFile()
    made.extend(entries)
    return made


def test_messages_are_found_in_python_and_templates(package: Path) -> None:
    found = messages.collect(package, package)
    assert {key: message.plural for key, message in found.items()} == {
        (None, "Tra cứu"): "",
        (None, "%(n)s kết quả"): "%(n)s kết quả",
        ("nút", "Tìm"): "",
        (None, "Lọc"): "",
        (None, "Có %(a)s dòng"): "",
        (None, "%(n)s tỉnh"): "%(n)s tỉnh ạ",
    }


def test_a_message_knows_all_files_it_stands_in(package: Path) -> None:
    message = messages.collect(package, package)[(None, "Tra cứu")]
    assert message.files == {"app/a.py", "app/templates/app/page.html"}


def test_refreshing_keeps_translations_and_drops_what_is_unused() -> None:
    old = catalogue(entry("Giữ", "Keep"), entry("Bỏ", "Drop"))
    wanted = {(None, "Giữ"): Message(None, "Giữ"), (None, "Mới"): Message(None, "Mới")}
    fresh = messages.refreshed(old, wanted)
    assert [(e.msgid, e.msgstr) for e in fresh] == [("Giữ", "Keep"), ("Mới", "")]


def test_a_message_that_becomes_plural_asks_for_a_new_translation() -> None:
    old = catalogue(entry("%d tỉnh", "%d provinces"))
    wanted = {(None, "%d tỉnh"): Message(None, "%d tỉnh", "%d tỉnh")}
    [fresh] = messages.refreshed(old, wanted)
    assert fresh.msgstr_plural == {0: "", 1: ""}


def test_pairs_are_merged_with_plurals_and_line_breaks() -> None:
    made = catalogue(entry("Một\nhai", ""), entry("%d tỉnh", "", plural="%d tỉnh"))
    lines = ["Một\\nhai\tOne\\ntwo\n", "%d tỉnh ||| %d tỉnh\t%d province ||| %d provinces", "bare"]
    messages.merge(made, messages.read_pairs(lines))
    assert made[0].msgstr == "One\ntwo"
    assert made[1].msgstr_plural == {0: "%d province", 1: "%d provinces"}


@pytest.mark.parametrize(
    ("found", "problem"),
    [
        (entry("Có %(a)s", "Has %(a)s"), []),
        (entry("Có %(a)s", ""), ["without translation: 'Có %(a)s'"]),
        (entry("Có %(a)s", "Has %(b)s"), ["placeholders differ: 'Có %(a)s'"]),
        (entry("Có %(a)s", "Has it"), ["placeholders differ: 'Có %(a)s'"]),
        (
            entry("Khác", "Other"),
            ["in no source: 'Khác'", "not in the catalogue: 'Có %(a)s'"],
        ),
    ],
)
def test_what_is_wrong_with_a_catalogue_is_said(found: polib.POEntry, problem: list[str]) -> None:
    wanted = {(None, "Có %(a)s"): Message(None, "Có %(a)s")}
    assert messages.problems(catalogue(found), wanted) == problem


def test_a_fuzzy_translation_does_not_count() -> None:
    unsure = entry("Giữ", "Keep")
    unsure.flags.append("fuzzy")
    wanted = {(None, "Giữ"): Message(None, "Giữ")}
    assert messages.problems(catalogue(unsure), wanted) == ["without translation: 'Giữ'"]


@pytest.mark.parametrize(
    ("singular", "plural", "differs"),
    [
        ("one province", "%(n)s provinces", False),
        ("%(n)s province", "%(n)s provinces", False),
        ("%(n)s province", "provinces", True),
        ("%(m)s province", "%(n)s provinces", True),
    ],
)
def test_a_singular_may_leave_the_number_out(singular: str, plural: str, differs: bool) -> None:
    both = entry("%(n)s tỉnh", "", plural="%(n)s tỉnh")
    both.msgstr_plural = {0: singular, 1: plural}
    assert messages.placeholders_differ(both) is differs


def test_the_compiled_file_must_be_the_written_one(tmp_path: Path) -> None:
    made = catalogue(entry("Giữ", "Keep"))
    compiled = tmp_path / "django.mo"
    assert messages.compiled_differs(made, compiled)
    made.save_as_mofile(str(compiled))
    assert not messages.compiled_differs(made, compiled)
    made[0].msgstr = "Hold"
    assert messages.compiled_differs(made, compiled)
