"""Rows of a table into raw records, the same shape as JSON lines have. Pure."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from lantoa.catalogue.importing.bounds import MOST_ROWS
from lantoa.catalogue.importing.errors import FileRefusedError
from lantoa.catalogue.importing.lines import Line
from lantoa.catalogue.importing.tables.cells import text
from lantoa.catalogue.importing.tables.columns import (
    BY_REPEAT,
    CODE,
    COLUMNS,
    COMMENT,
    NAME,
    Repeat,
)
from lantoa.core.text.vietnamese import fold

Cells = Mapping[str, str]
Row = Sequence[Any]
HEADING_WITHIN: Final = 20
_KEYS: Final = {fold(column.heading): column.key for column in COLUMNS}
# A spreadsheet takes 1.004190 for a number and drops the last zero.
_SHORT_CODE = re.compile(r"([1-9])[.,](\d{1,5})")
_WHOLE_TEXT: Final = {
    "methods_text": "methods",
    "dossier_text": "dossier",
    "legal_text": "legal_basis",
}


def records(rows: Iterable[Row]) -> Iterator[Line]:
    """Each procedure of the table with the number of its first row; comments are passed over.

    Raises FileRefusedError without a row of headings or with too many rows.
    """
    numbered = enumerate(rows, 1)
    keys = _headings(numbered)
    number, group = 0, list[Cells]()
    for at, row in numbered:
        if at > MOST_ROWS:
            raise FileRefusedError("too_big")
        cells = _cells(keys, row)
        if not cells or cells.get("code", "").startswith(COMMENT):
            continue
        if "code" in cells or "name" in cells:
            if group:
                yield Line(number, raw=_record(group))
            number, group = at, [cells]
        elif group:
            group.append(cells)
    if group:
        yield Line(number, raw=_record(group))


def _headings(numbered: Iterator[tuple[int, Row]]) -> list[str]:
    """The key of each column, "" for an unknown one; headings may be spelled without marks."""
    needed = {fold(CODE), fold(NAME)}
    for at, row in numbered:
        folded = [fold(text(cell)) for cell in row]
        if needed <= set(folded):
            return [_KEYS.get(heading, "") for heading in folded]
        if at >= HEADING_WITHIN:
            break
    raise FileRefusedError("no_headings")


def _cells(keys: Sequence[str], row: Row) -> Cells:
    pairs = zip(keys, row, strict=False)
    return {key: said for key, cell in pairs if key and (said := text(cell))}


def _record(group: Sequence[Cells]) -> dict[str, Any]:
    raw: dict[str, Any] = {}
    for key in BY_REPEAT[Repeat.TEXT]:
        if told := [cells[key] for cells in group if key in cells]:
            raw[key] = "\n".join(told)
    for key in BY_REPEAT[Repeat.ITEM]:
        raw[key] = [cells[key] for cells in group if key in cells]
    raw["code"] = _whole_code(raw.get("code", ""))
    raw["description"] = raw.pop("description_text", "")
    raw["methods"], raw["dossier"] = _methods(group), _cases(group)
    raw["legal_basis"] = _rows(group, Repeat.LAW)
    for key, part in _WHOLE_TEXT.items():
        if whole := raw.pop(key, ""):
            raw[part] = whole
    return raw


def _whole_code(code: str) -> str:
    short = _SHORT_CODE.fullmatch(code)
    return f"{short[1]}.{short[2]:0<6}" if short else code


def _rows(group: Sequence[Cells], repeat: Repeat) -> list[dict[str, Any]]:
    found = ({key: cells[key] for key in BY_REPEAT[repeat] if key in cells} for cells in group)
    return [row for row in found if row]


def _methods(group: Sequence[Cells]) -> list[dict[str, Any]]:
    """A row with a channel, limit or description begins a method; one with a fee only does not."""
    methods: list[dict[str, Any]] = []
    for cells in group:
        own = {key: cells[key] for key in BY_REPEAT[Repeat.METHOD] if key in cells}
        fee = {key: cells[key] for key in BY_REPEAT[Repeat.FEE] if key in cells}
        if own or (fee and not methods):
            methods.append({**own, "fees": []})
        if fee:
            methods[-1]["fees"].append(fee)
    return methods


def _cases(group: Sequence[Cells]) -> list[dict[str, Any]]:
    """A row that names another case begins it; papers without one belong to the case above."""
    cases: list[dict[str, Any]] = []
    for row in _rows(group, Repeat.PAPER):
        case = row.get("case")
        if not cases or (case and case != cases[-1]["case"]):
            cases.append({"case": case or "", "items": []})
        if "paper" in row:
            cases[-1]["items"].append({**row, "name": row["paper"]})
    return cases
