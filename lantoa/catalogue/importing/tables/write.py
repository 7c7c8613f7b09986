"""Writing tables: procedures, or the template an officer fills in, as XLSX or CSV."""

import csv
import io
from collections.abc import Iterable
from typing import Any, BinaryIO, Final

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import (  # type: ignore[import-not-found] # no stub
    DataValidation,
)

from lantoa.catalogue.importing.tables.build import as_rows
from lantoa.catalogue.importing.tables.cells import harmless, text
from lantoa.catalogue.importing.tables.columns import COLUMNS, COMMENT, EXAMPLE_CODE
from lantoa.catalogue.procedures.publication import Publication

HEADINGS: Final = [column.heading for column in COLUMNS]
TEXT_FORMAT: Final = "@"
LAST_ROW: Final = 5000
_HEAD = {
    "font": Font(bold=True, color="FFFFFF"),
    "fill": PatternFill("solid", fgColor="0B5C63"),
    "alignment": Alignment(vertical="center", wrap_text=True),
}
_TOP = Alignment(vertical="top", wrap_text=True)
_SOFT = {"font": Font(italic=True, color="666666"), "alignment": _TOP}
_BODY = {"alignment": _TOP}


def template_rows() -> list[list[Any]]:
    """Notes under the headings, then an example; an import passes over all that begins with "#"."""
    notes: list[Any] = [column.note for column in COLUMNS]
    notes[0] = f"{COMMENT} {notes[0]}"
    height = max(len(column.example) for column in COLUMNS)
    examples = [
        [column.example[at] if at < len(column.example) else None for column in COLUMNS]
        for at in range(height)
    ]
    for row in examples:
        row[0] = EXAMPLE_CODE
    return [notes, *examples]


def write_xlsx(stream: BinaryIO, publications: Iterable[Publication], *, notes: bool) -> None:
    """A workbook with one sheet of procedures, written row by row; `notes`: the template's rows
    too.
    """
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Thủ tục")
    _prepare(sheet)
    sheet.append([_cell(sheet, heading, _HEAD) for heading in HEADINGS])
    for row in template_rows() if notes else []:
        sheet.append([_cell(sheet, cell, _SOFT) for cell in row])
    for one in publications:
        for row in as_rows(one):
            sheet.append([_cell(sheet, cell, _BODY) for cell in row])
    book.save(stream)


def _prepare(sheet: Any) -> None:
    """Widths, a heading that stays in view, codes as text, lists to choose from."""
    sheet.freeze_panes = "C2"
    for place, column in enumerate(COLUMNS, 1):
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].width = column.width
        sheet.column_dimensions[letter].number_format = TEXT_FORMAT
        if column.choices:
            listed = DataValidation(
                "list", formula1=f'"{",".join(column.choices)}"', allow_blank=True
            )
            listed.add(f"{letter}2:{letter}{LAST_ROW}")
            sheet.data_validations.append(listed)


def _cell(sheet: Any, value: Any, style: dict[str, Any]) -> Any:
    """A cell whose text is text, also where it begins like a formula; None where it is empty."""
    if value is None or value == "":
        return None
    cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        cell.data_type = "s"
        cell.number_format = TEXT_FORMAT
    for key, look in style.items():
        setattr(cell, key, look)
    return cell


def write_csv(stream: BinaryIO, publications: Iterable[Publication], *, notes: bool) -> None:
    """The same table as CSV in UTF-8 with the byte order mark that spreadsheets look for."""
    opened = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(opened)
    writer.writerow(HEADINGS)
    for row in template_rows() if notes else []:
        writer.writerow([text(cell) for cell in row])
    for one in publications:
        for row in as_rows(one):
            writer.writerow([harmless(text(cell)) for cell in row])
    opened.detach()
