"""Legal bases: numbers and titles."""

import re
from typing import Any

from lantoa.catalogue.importing.normalise.clean import clean, line
from lantoa.catalogue.importing.problems import Problem
from lantoa.catalogue.procedures.content import LegalBasis

# Titles and numbers ran together: "...thẩm tra viên165/2024/NĐ-CPquy định về ...144/2025/NĐ-CP".
# Only issuers whose abbreviation cannot run into the next title are told apart.
_NUMBER = re.compile(r"(\d{1,4}(?:\.\d{1,2})?/(?:19|20)\d\d/(?:NĐ-CP|NQ-CP|QĐ-TTg|CT-TTg|QH\d\d))")

Parts = tuple[tuple[LegalBasis, ...], str, list[Problem]]


def laws(value: Any) -> Parts:
    """Legal bases told apart, or else as text, and what is odd about them."""
    if isinstance(value, str):
        return _from_text(clean(value))
    rows = [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []
    found = dict.fromkeys(_basis(row) for row in rows)
    return tuple(basis for basis in found if basis.title or basis.number), "", []


def _basis(row: dict[str, Any]) -> LegalBasis:
    return LegalBasis(
        title=line(row.get("title") or row.get("trich_yeu")),
        number=line(row.get("number") or row.get("so_ky_hieu")),
    )


def _from_text(text: str) -> Parts:
    if not text:
        return (), "", []
    pieces = _NUMBER.split(text)
    sure = not pieces[-1] and len(pieces) > 1 and all(map(_is_title, pieces[0:-1:2]))
    if not sure:
        return (), text, [Problem("laws_as_text")]
    pairs = zip(pieces[0::2], pieces[1::2], strict=False)
    return tuple(LegalBasis(line(title), number) for title, number in pairs), "", []


def _is_title(piece: str) -> bool:
    """Not where a number inside a title ("Nghị định số 85/2020/NĐ-CP") was taken for its end."""
    bare = piece.strip()
    return len(bare) > 1 and "/" not in bare and not re.search(r"(số|định|quyết)$", bare.lower())
