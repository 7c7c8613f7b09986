"""Workbooks (.xlsx): the first sheet that has the headings."""

import warnings
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import ParseError

import openpyxl

from lantoa.catalogue.importing.bounds import check_zip
from lantoa.catalogue.importing.errors import FileRefusedError
from lantoa.catalogue.importing.lines import Line
from lantoa.catalogue.importing.tables.columns import COLUMNS
from lantoa.catalogue.importing.tables.parse import records

# A sheet may hold columns of somebody's own beside ours, but not a million of them.
MOST_COLUMNS = len(COLUMNS) * 3


def read(stream: Any) -> Iterator[Line]:
    """Each procedure of the first sheet. Formulas count as their last value. Raises
    FileRefusedError.
    """
    check_zip(stream)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions that carry no data
            book = openpyxl.load_workbook(stream, read_only=True, data_only=True)
            yield from records(_rows(book))
            book.close()
    except (ParseError, KeyError, ValueError, TypeError, AttributeError, IndexError) as error:
        # openpyxl meets broken parts with whatever exception it stumbles into
        raise FileRefusedError("broken_file") from error


def _rows(book: Any) -> Iterator[tuple[Any, ...]]:
    if not book.worksheets:
        raise FileRefusedError("broken_file")
    sheet = book.worksheets[0]
    sheet.reset_dimensions()  # what a file says of its own size need not be true
    yield from sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True)
