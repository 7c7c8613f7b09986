"""Cells as text and back, and what a spreadsheet would run as a formula made harmless.

OWASP, "CSV Injection": a cell that begins with one of the signs gets an apostrophe before it. One
that begins with an apostrophe gets another, so that nothing changes on the way out and in.
"""

from datetime import date, datetime
from typing import Any, Final

SIGNS: Final = ("=", "+", "-", "@", "\t", "\r", "'")


def harmless(text: str) -> str:
    """The text as it may stand in a CSV cell."""
    return f"'{text}" if text.startswith(SIGNS) else text


def undone(cell: str) -> str:
    """The text that `harmless` was given; other cells as they are."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(SIGNS) else cell


def text(cell: Any) -> str:
    """A cell as text: whole numbers without ".0", days as ISO writes them."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float):
        return _number(cell)
    return str(cell).strip()


def _number(value: float) -> str:
    """A number as text; never with three decimals, which read as thousands ("1.500")."""
    if value.is_integer():
        return str(int(value))
    plain = f"{value:.15g}"
    return f"{plain}0" if len(plain.partition(".")[2]) == 3 else plain
