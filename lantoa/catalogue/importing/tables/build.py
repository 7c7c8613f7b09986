"""Publications into records (the shape of JSON lines) and into rows of a table. Pure."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from lantoa.catalogue.importing.normalise.dossier import ALWAYS
from lantoa.catalogue.importing.normalise.publisher import NATION_WIDE
from lantoa.catalogue.importing.tables import columns
from lantoa.catalogue.importing.tables.columns import COLUMNS
from lantoa.catalogue.procedures.content import Content, DossierCase, Fee, Method
from lantoa.catalogue.procedures.publication import Publication

Cells = dict[str, Any]
# Longest text a cell of a workbook holds.
MOST_SIGNS = 32_000
_TEXTS = (
    *("code", "name", "field", "agency", "competent_agency", "coordinating_agency"),
    *("delegated_agency", "conditions", "result", "decision", "procedure_type"),
    *("submission_address", "keywords", "description", "online_level", "source_url", "publisher"),
)


def as_record(one: Publication) -> dict[str, Any]:
    """The record that an import would read back as the same publication."""
    content = one.content
    record: dict[str, Any] = {key: getattr(content, key) for key in _TEXTS}
    record |= {
        "level": list(content.levels),
        "audience": list(content.audiences),
        "steps": list(content.steps),
        "methods": content.methods_text or [_method(method) for method in content.methods],
        "dossier": content.dossier_text or [_case(case) for case in content.dossier],
        "legal_basis": content.legal_text
        or [{"title": basis.title, "number": basis.number} for basis in content.legal_bases],
        "forms": list(content.forms),
        "status": one.status,
        "replaced_by": one.replaced_by,
        "crawled": one.synced_at.isoformat() if one.synced_at else "",
    }
    kept = ("publisher", "code", "name")
    return {key: value for key, value in record.items() if value or key in kept}


def _method(method: Method) -> dict[str, Any]:
    return {
        "channel": method.channel,
        "time_value": method.time_value,
        "time_unit": method.time_unit,
        "time_limit": method.time_text,
        "fees": [{"amount_vnd": fee.amount, "note": fee.note} for fee in method.fees],
        "description": method.description,
    }


def _case(case: DossierCase) -> dict[str, Any]:
    items = [
        {"name": one.name, "originals": one.originals, "copies": one.copies, "form": one.form}
        for one in case.papers
    ]
    return {"case": case.title, "items": items}


def as_rows(one: Publication) -> list[list[Any]]:
    """The rows of one procedure, each with a cell for every column."""
    content = one.content
    stacks = (
        [_head(one)],
        _method_rows(content),
        _paper_rows(content),
        [{"number": basis.number, "title": basis.title} for basis in content.legal_bases],
        *([{key: item} for item in items] for key, items in _items(content)),
        *([{key: piece} for piece in pieces] for key, pieces in _long_texts(content)),
    )
    merged: Iterator[Cells] = (
        {key: cell for cells in level if cells for key, cell in cells.items()}
        for level in zip_longest(*stacks)
    )
    return [[cells.get(column.key) for column in COLUMNS] for cells in merged]


def _head(one: Publication) -> Cells:
    content = one.content
    return {
        **{key: getattr(content, key) for key in _SHORT_TEXTS},
        "online_level": columns.ONLINE_LEVELS.get(content.online_level),
        "publisher": content.publisher or NATION_WIDE,
        "status": columns.STATUSES[one.status],
        "replaced_by": one.replaced_by,
        "crawled": one.synced_at.isoformat() if one.synced_at else None,
    }


_SHORT_TEXTS = (
    *("code", "name", "field", "agency", "competent_agency", "coordinating_agency"),
    *("delegated_agency", "decision", "procedure_type", "keywords", "source_url"),
)
_LONG_TEXTS = {
    "conditions": "conditions",
    "result": "result",
    "submission_address": "submission_address",
    "description_text": "description",
    "methods_text": "methods_text",
    "dossier_text": "dossier_text",
    "legal_text": "legal_text",
}


def _items(content: Content) -> list[tuple[str, tuple[str, ...]]]:
    return [
        ("level", content.levels),
        ("audience", content.audiences),
        ("steps", content.steps),
        ("forms", content.forms),
    ]


def _long_texts(content: Content) -> list[tuple[str, list[str]]]:
    return [(key, pieces(getattr(content, part))) for key, part in _LONG_TEXTS.items()]


def pieces(text: str) -> list[str]:
    """Text in pieces that fit a cell, parted between lines."""
    found: list[str] = []
    for line in text.split("\n") if text else []:
        if found and len(found[-1]) + len(line) < MOST_SIGNS:
            found[-1] = f"{found[-1]}\n{line}"
        else:
            found.append(line)
    return found


def _method_rows(content: Content) -> list[Cells]:
    rows: list[Cells] = []
    for method in content.methods:
        own: Cells = {
            "channel": columns.CHANNELS[method.channel],
            "time_value": _number(method.time_value),
            "time_unit": columns.UNITS.get(method.time_unit),
            "time_limit": method.time_text,
            "description": method.description,
        }
        fees = [_fee(fee) for fee in method.fees]
        rows += [{**own, **(fees[0] if fees else {})}, *fees[1:]]
    return rows


def _fee(fee: Fee) -> Cells:
    return {"amount_vnd": _number(fee.amount), "note": fee.note}


def _number(value: float | None) -> float | int | None:
    return int(value) if value is not None and float(value).is_integer() else value


def _paper_rows(content: Content) -> list[Cells]:
    rows: list[Cells] = []
    for place, case in enumerate(content.dossier):
        title = case.title or (ALWAYS if place else "")
        papers: list[Cells] = [
            {"paper": one.name, "originals": one.originals, "copies": one.copies, "form": one.form}
            for one in case.papers
        ]
        rows += [{"case": title, **(papers[0] if papers else {})}, *papers[1:]]
    return rows
