"""One raw record into what would be published, with everything odd about it."""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from lantoa.catalogue.importing.normalise.clean import clean, line, lines
from lantoa.catalogue.importing.normalise.dossier import dossier
from lantoa.catalogue.importing.normalise.laws import laws
from lantoa.catalogue.importing.normalise.methods import methods
from lantoa.catalogue.importing.normalise.publisher import stated
from lantoa.catalogue.importing.normalise.steps import forms, steps
from lantoa.catalogue.importing.problems import Problem
from lantoa.catalogue.procedures.codes import is_usable, is_well_formed
from lantoa.catalogue.procedures.content import Content, OnlineLevel

LEVELS: Final = ("Cấp Bộ", "Cấp Tỉnh", "Cấp Xã", "Cơ quan khác")
STATUSES: Final[dict[str, str]] = {
    "active": "active",
    "đang áp dụng": "active",
    "": "active",
    "withdrawn": "withdrawn",
    "bãi bỏ": "withdrawn",
    "đã bãi bỏ": "withdrawn",
    "replaced": "replaced",
    "thay thế": "replaced",
    "đã được thay thế": "replaced",
}
ONLINE_LEVELS: Final[dict[str, str]] = {
    "full": OnlineLevel.FULL,
    "toàn trình": OnlineLevel.FULL,
    "partial": OnlineLevel.PARTIAL,
    "một phần": OnlineLevel.PARTIAL,
    "none": OnlineLevel.NONE,
    "chưa có dịch vụ trực tuyến": OnlineLevel.NONE,
}
_ADDRESS = re.compile(r"https?://[^\s<>\"']{1,500}")
# Parts of a record by the type they must have; another type is dropped and told.
_LISTS: Final = ("level", "audience", "methods", "dossier", "legal_basis", "forms", "steps")


@dataclass(frozen=True, slots=True)
class Record:
    """A record made readable. `content` is None where `problems` hold a rejecting code.

    `publisher_stated` is False where the publisher is still to be inferred from the whole file.
    """

    line: int
    code: str
    name: str
    content: Content | None = None
    publisher_stated: bool = False
    status: str = "active"
    replaced_by: str = ""
    synced_at: date | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class _Notes:
    problems: list[Problem] = field(default_factory=list)

    def add(self, code: str, detail: str = "") -> None:
        self.problems.append(Problem(code, detail[:200]))


def record(number: int, raw: dict[str, Any]) -> Record:
    """The record on line `number`. Never raises: what cannot be read is told as a problem."""
    code, name = line(raw.get("code")), line(raw.get("name"))
    if rejected := _rejected(code, name):
        return Record(number, code[:60], name, problems=(rejected,))
    notes = _Notes()
    if not is_well_formed(code):
        notes.add("code_malformed", code)
    if told := clean(raw.get("note")):
        notes.add("source_note", told)
    content = _content(code, name, raw, notes)
    return Record(
        line=number,
        code=code,
        name=name,
        content=content,
        publisher_stated=stated(raw.get("publisher")) is not None,
        status=_status(raw, notes),
        replaced_by=line(raw.get("replaced_by")),
        synced_at=_day(raw.get("crawled"), notes),
        problems=tuple(dict.fromkeys(notes.problems)),
    )


def _rejected(code: str, name: str) -> Problem | None:
    if not code:
        return Problem("code_missing")
    if not is_usable(code):
        return Problem("code_unusable", code[:60])
    return None if name else Problem("name_missing")


def _content(code: str, name: str, raw: dict[str, Any], notes: _Notes) -> Content:
    _check_types(raw, notes)
    told_methods, methods_text, odd_methods = methods(raw.get("methods"))
    told_cases, dossier_text, odd_cases = dossier(raw.get("dossier"))
    told_laws, legal_text, odd_laws = laws(raw.get("legal_basis"))
    notes.problems += [*odd_methods, *odd_cases, *odd_laws]
    return Content(
        code=code,
        name=name,
        field=line(raw.get("field"))[:300],
        levels=_levels(raw, notes),
        audiences=lines(raw.get("audience")),
        agency=line(raw.get("agency")),
        competent_agency=line(raw.get("competent_agency")),
        coordinating_agency=line(raw.get("coordinating_agency")),
        delegated_agency=line(raw.get("delegated_agency")),
        steps=steps(raw.get("steps")),
        methods=told_methods,
        methods_text=methods_text,
        dossier=told_cases,
        dossier_text=dossier_text,
        conditions=clean(raw.get("conditions")),
        result=clean(raw.get("result")),
        legal_bases=told_laws,
        legal_text=legal_text,
        forms=forms(raw.get("forms")),
        decision=line(raw.get("decision")),
        procedure_type=line(raw.get("procedure_type")),
        submission_address=clean(raw.get("submission_address")),
        keywords=line(raw.get("keywords")),
        description=clean(raw.get("description")),
        online_level=_online_level(raw, notes),
        source_url=_source_url(raw, notes),
        publisher=_publisher(raw, notes),
    )


def _check_types(raw: dict[str, Any], notes: _Notes) -> None:
    """Text or nothing everywhere, lists too where a part has several items."""
    for key, value in raw.items():
        expected = (str, list) if key in _LISTS else (str,)
        if key in _READ and value is not None and not isinstance(value, expected):
            notes.add("part_unreadable", key)


_READ: Final = frozenset(
    {
        *_LISTS,
        *("name", "field", "agency", "competent_agency", "coordinating_agency"),
        *("delegated_agency", "conditions", "result", "decision", "procedure_type"),
        *("submission_address", "keywords", "description", "online_level", "source_url"),
        *("publisher", "status", "replaced_by", "crawled"),
    }
)


def _levels(raw: dict[str, Any], notes: _Notes) -> tuple[str, ...]:
    known = {level.casefold(): level for level in LEVELS}
    given = [known.get(level.casefold(), level) for level in lines(raw.get("level"))]
    if not given:
        notes.add("levels_missing")
    for level in given:
        if level not in LEVELS:
            notes.add("level_unknown", level)
    return tuple(dict.fromkeys(given))


def _publisher(raw: dict[str, Any], notes: _Notes) -> str:
    return stated(raw.get("publisher")) or ""


def _online_level(raw: dict[str, Any], notes: _Notes) -> str:
    said = line(raw.get("online_level"))
    if said and said.lower() not in ONLINE_LEVELS:
        notes.add("online_level_unknown", said)
    return ONLINE_LEVELS.get(said.lower(), "")


def _source_url(raw: dict[str, Any], notes: _Notes) -> str:
    """Only a web address becomes a link on a page."""
    said = line(raw.get("source_url"))
    if not said or _ADDRESS.fullmatch(said):
        return said
    notes.add("source_url_dropped", said)
    return ""


def _status(raw: dict[str, Any], notes: _Notes) -> str:
    said = line(raw.get("status"))
    if said.lower() not in STATUSES:
        notes.add("status_unknown", said)
    return STATUSES.get(said.lower(), "active")


def _day(value: Any, notes: _Notes) -> date | None:
    said = line(value)
    if not said:
        return None
    try:
        return date.fromisoformat(said)
    except ValueError:
        notes.add("date_unreadable", said)
        return None
