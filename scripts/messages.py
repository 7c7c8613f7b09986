"""Refresh, merge, compile and check the English translations. Needs no GNU gettext.

    scripts/messages.py               take up new messages, drop unused ones, write .po and .mo
    scripts/messages.py --merge FILE  also take translations: lines "Vietnamese<TAB>English"
    scripts/messages.py --check       change nothing; exit code 1 where something is not right

In a merged file singular and plural stand side by side with " ||| " between them, and \\n is a line
break.
"""

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

import polib
from babel.messages.extract import extract
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "lantoa"
PO = PACKAGE / "locale" / "en" / "LC_MESSAGES" / "django.po"
PLURAL_MARK = " ||| "
KEYWORDS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop")),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|\{\w*\}|(?<!%)%[sd]")
HEADER = {
    "Project-Id-Version": "lantoa",
    "Language": "en",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}
Key = tuple[str | None, str]


@dataclass
class Message:
    """A message of the source: context, text, plural text, the files it stands in."""

    context: str | None
    text: str
    plural: str = ""
    files: set[str] = field(default_factory=set)


def source_code(path: Path) -> bytes:
    """Python of a file; a template is turned into calls of gettext first."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        return text.encode()
    calls = templatize(text, origin=str(path))
    return "\n".join(line.lstrip() for line in calls.split("\n")).encode()


def messages_of(path: Path, root: Path) -> Iterator[Message]:
    """The messages of one file."""
    found = extract("python", BytesIO(source_code(path)), keywords=KEYWORDS)
    for _, texts, _, context in found:
        singular, plural = texts if isinstance(texts, tuple) else (texts, "")
        yield Message(context, singular, plural, {str(path.relative_to(root))})


def collect(package: Path = PACKAGE, root: Path = ROOT) -> dict[Key, Message]:
    """All messages of the package by context and text."""
    templates = (path for path in package.rglob("*/templates/**/*") if path.is_file())
    paths = sorted({*package.rglob("*.py"), *templates})
    messages: dict[Key, Message] = {}
    for message in (message for path in paths for message in messages_of(path, root)):
        known = messages.setdefault((message.context, message.text), message)
        known.files |= message.files
        known.plural = known.plural or message.plural
    return messages


def entry_for(message: Message, known: polib.POEntry | None) -> polib.POEntry:
    """The entry of a message, with the translation it had."""
    entry = polib.POEntry(
        msgctxt=message.context,
        msgid=message.text,
        msgid_plural=message.plural,
        occurrences=[(name, "") for name in sorted(message.files)],
        flags=["python-format"] if "%(" in message.text + message.plural else [],
    )
    if message.plural:
        old = known.msgstr_plural if known and known.msgid_plural else {}
        entry.msgstr_plural = {0: old.get(0, ""), 1: old.get(1, "")}
    elif known:
        entry.msgstr = known.msgstr
    return entry


def refreshed(old: polib.POFile, messages: dict[Key, Message]) -> polib.POFile:
    """A catalogue of exactly `messages`, sorted, with the translations of `old`."""
    known = {(entry.msgctxt, entry.msgid): entry for entry in old if not entry.obsolete}
    fresh = polib.POFile(wrapwidth=98)
    fresh.metadata = HEADER
    fresh.extend(
        entry_for(messages[key], known.get(key))
        for key in sorted(messages, key=lambda key: (key[1], key[0] or ""))
    )
    return fresh


def read_pairs(lines: Iterable[str]) -> dict[str, list[str]]:
    """Vietnamese message (its singular) -> English singular and, where given, plural."""
    pairs = {}
    for line in lines:
        source, mark, english = line.rstrip("\n").replace("\\n", "\n").partition("\t")
        if mark and english:
            pairs[source.split(PLURAL_MARK)[0]] = english.split(PLURAL_MARK)
    return pairs


def merge(catalogue: polib.POFile, pairs: dict[str, list[str]]) -> None:
    """Put the translations of `pairs` into the catalogue."""
    for entry in catalogue:
        texts = pairs.get(entry.msgid)
        if texts and entry.msgid_plural:
            entry.msgstr_plural = {0: texts[0], 1: texts[-1]}
        elif texts:
            entry.msgstr = texts[0]


def translations(entry: polib.POEntry) -> list[str]:
    """The English of an entry: one text, or singular and plural."""
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def placeholders_differ(entry: polib.POEntry) -> bool:
    """True where a translation names other values than its message; a singular may lack some."""
    wanted = set(PLACEHOLDER.findall(entry.msgid + entry.msgid_plural))
    *singular, last = [set(PLACEHOLDER.findall(text)) for text in translations(entry)]
    return last != wanted or any(not found <= wanted for found in singular)


def problems(catalogue: polib.POFile, messages: dict[Key, Message]) -> list[str]:
    """What is not right with a catalogue for the messages of the source, one line each."""
    entries = {(entry.msgctxt, entry.msgid): entry for entry in catalogue if not entry.obsolete}
    missing = [f"not in the catalogue: {text!r}" for _, text in messages.keys() - entries.keys()]
    unused = [f"in no source: {text!r}" for _, text in entries.keys() - messages.keys()]
    untranslated = [
        f"without translation: {entry.msgid!r}"
        for entry in entries.values()
        if not all(translations(entry)) or entry.fuzzy
    ]
    wrong = [
        f"placeholders differ: {entry.msgid!r}"
        for entry in entries.values()
        if all(translations(entry)) and placeholders_differ(entry)
    ]
    return sorted([*missing, *unused, *untranslated, *wrong])


def compiled_differs(catalogue: polib.POFile, compiled: Path) -> bool:
    """True where the .mo file does not hold exactly what the .po file says."""
    if not compiled.exists():
        return True
    binary: bytes = catalogue.to_binary()
    return compiled.read_bytes() != binary


def refresh(merged: list[Path]) -> list[str]:
    """Bring .po and .mo up to the source; what is still not right."""
    messages = collect()
    old = polib.pofile(str(PO)) if PO.exists() else polib.POFile()
    catalogue = refreshed(old, messages)
    for path in merged:
        merge(catalogue, read_pairs(path.read_text(encoding="utf-8").splitlines()))
    PO.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(PO))
    catalogue.save_as_mofile(str(PO.with_suffix(".mo")))
    return problems(catalogue, messages)


def check() -> list[str]:
    """What is not right now, changing nothing."""
    catalogue = polib.pofile(str(PO))
    found = problems(catalogue, collect())
    if compiled_differs(catalogue, PO.with_suffix(".mo")):
        found.append("django.mo is not what django.po says: run `make messages`")
    return found


def main() -> None:
    """Do what the arguments say."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--merge", type=Path, action="append", default=[], metavar="FILE")
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    found = check() if arguments.check else refresh(arguments.merge)
    print("\n".join([*found, f"translations: {len(found)} problems"]))
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
