"""The editors' own entries as a CSV file, out and in.

Reading is pure: a text and what is there -> what each line would do.
"""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.catalogue.lexicon import rules
from lantoa.catalogue.lexicon.models import Kind, Region
from lantoa.catalogue.lexicon.queries import Line
from lantoa.catalogue.lexicon.shipped import BETWEEN, HEADER, Term, phrases
from lantoa.core.text.vietnamese import fold

LONGEST = 500_000  # bytes, and so at most as many characters
MOST_LINES = 2_000


class Outcome(StrEnum):
    """What a line of the file would do."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REJECTED = "rejected"


LABELS = {
    Outcome.NEW: gettext_lazy("Thêm mới"),
    Outcome.CHANGED: gettext_lazy("Thay đổi"),
    Outcome.UNCHANGED: gettext_lazy("Giữ nguyên"),
    Outcome.REJECTED: gettext_lazy("Không nhận"),
}


@dataclass(frozen=True, slots=True)
class Proposed:
    """A line of the file (counted from 1, the header being 1), its term and what it would do."""

    number: int
    term: Term
    outcome: Outcome
    problem: str = ""

    @property
    def label(self) -> str:
        """What it would do, in words."""
        return str(LABELS[self.outcome])


def written(lines: Iterable[Line]) -> str:
    """The own lines in use as CSV, in the shape of the product's file."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(HEADER)
    for line in lines:
        if line.is_own and line.active:
            term = line.term
            writer.writerow([term.term, BETWEEN.join(term.officials), term.kind, term.region])
    return stream.getvalue()


def proposed(text: str, present: Mapping[str, Line]) -> list[Proposed]:
    """What a CSV text would do to the `present` lines (by folded term), line by line.

    Raises ValueError with a message for the editor where it is no such table at all.
    """
    rows = csv.DictReader(io.StringIO(text), strict=True)
    found: list[Proposed] = []
    seen: set[str] = set()
    try:
        if not {"term", "official"} <= set(rows.fieldnames or ()):
            raise ValueError(_("Dòng đầu của tệp cần có các cột: term, official, kind, region."))
        for row in rows:
            found.append(_judged(rows.line_num, _read(row), present, seen))
            if len(found) > MOST_LINES:
                raise ValueError(_("Tệp có quá 2.000 dòng. Hãy chia thành nhiều tệp."))
    except csv.Error as error:
        raise ValueError(_("Tệp không đọc được như một bảng CSV.")) from error
    return found


def _read(row: Mapping[str, str | None]) -> Term:
    """One row of the file; kind and region may be left out."""
    return Term(
        rules.squeezed(row.get("term") or ""),
        phrases(rules.squeezed(row.get("official") or "")),
        (row.get("kind") or Kind.COLLOQUIAL).strip(),
        (row.get("region") or Region.ALL).strip(),
    )


def _judged(number: int, term: Term, present: Mapping[str, Line], seen: set[str]) -> Proposed:
    """The line with its outcome; `seen` gathers the folded terms of the lines before it."""
    folded = fold(term.term)
    problem = _problem(term, twice=folded in seen)
    seen.add(folded)
    if problem:
        return Proposed(number, term, Outcome.REJECTED, problem)
    line = present.get(folded)
    if line is None:
        return Proposed(number, term, Outcome.NEW)
    same = line.active and line.term == term
    return Proposed(number, term, Outcome.UNCHANGED if same else Outcome.CHANGED)


def _problem(term: Term, *, twice: bool) -> str:
    if twice:
        return _("Từ này đã có ở một dòng trên.")
    if term.kind not in Kind.values:
        return _("Loại không có trong danh sách: %(kind)s") % {"kind": term.kind}
    if term.region not in Region.values:
        return _("Vùng không có trong danh sách: %(region)s") % {"region": term.region}
    return rules.term_problem(term.term) or rules.official_problem(term.officials)
