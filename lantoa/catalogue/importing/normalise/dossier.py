"""Papers to bring, case by case."""

import re
from itertools import groupby
from typing import Any, Final

from lantoa.catalogue.importing.normalise.clean import clean, integer, line
from lantoa.catalogue.importing.problems import Problem
from lantoa.catalogue.procedures.content import DossierCase, Paper

ALWAYS: Final = "Mọi trường hợp"
# A table that lost its cells: "Tên giấy tờMẫu đơn, tờ khaiSố lượng<name><form>1 bản chính,1 bản
# sao".
_HEADINGS = re.compile(r"Tên giấy tờMẫu đơn, tờ khaiSố lượng")
_COUNTS = re.compile(r"(?<=\S)(?<!\d)(?:([0-9]) bản chính(?:,\s*([0-9]) bản sao)?|([0-9]) bản sao)")
# A count left inside a name: pieces were not told apart after all.
_UNPARTED = re.compile(r"\d bản (?:chính|sao)(?=\w)")
_FILE = re.compile(r"\.(docx?|pdf|xlsx?|rar|zip)", re.IGNORECASE)
_NOTED = re.compile(r"Bản chính:\s*(\d+)\s*Bản sao:\s*(\d+)")

Parts = tuple[tuple[DossierCase, ...], str, list[Problem]]


def dossier(value: Any) -> Parts:
    """Cases with their papers told apart, or else as text, and what is odd about them."""
    if isinstance(value, str):
        return _from_text(value)
    rows = [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []
    if not rows:
        return (), "", [Problem("dossier_missing")]
    problems: list[Problem] = []
    pairs = [pair for row in rows for pair in _pairs(row, problems)]
    cases = tuple(
        DossierCase(title, tuple(dict.fromkeys(paper for _, paper in group if paper)))
        for title, group in groupby(pairs, key=lambda pair: pair[0])
    )
    told = tuple(case for case in cases if case.title or case.papers)
    return told, "", list(dict.fromkeys(problems)) or ([] if told else [Problem("dossier_missing")])


def _pairs(row: dict[str, Any], problems: list[Problem]) -> list[tuple[str, Paper | None]]:
    """(case, paper) of one row of either shape; a case without papers comes with None."""
    if "ten_giay_to" in row:
        return [("", _flat_paper(row))]
    title = line(row.get("case"))
    title = "" if title == ALWAYS else title
    items = row.get("items")
    given = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    papers = [_paper(item) for item in given]
    if not all(papers):
        problems.append(Problem("paper_without_name"))
    return [(title, None), *((title, paper) for paper in papers)]


def _paper(item: dict[str, Any]) -> Paper | None:
    """0 originals and 0 copies is an empty field, not "bring nothing"."""
    name, form = line(item.get("name")), line(item.get("form"))
    originals, copies = integer(item.get("originals")), integer(item.get("copies"))
    if not originals and not copies:
        originals = copies = None
    return Paper(name, originals, copies, form) if name else None


def _flat_paper(row: dict[str, Any]) -> Paper | None:
    """A row whose cells stand one to the left of their names: the form under "so_luong"."""
    counts = _NOTED.search(clean(row.get("ghi_chu")))
    numbers = {"originals": counts[1], "copies": counts[2]} if counts else {}
    return _paper({"name": row["ten_giay_to"], "form": row.get("so_luong"), **numbers})


def _from_text(text: str) -> Parts:
    raw = clean(text)
    rows = _rows(raw)
    if rows:
        return dossier(rows)
    return (), raw, [Problem("dossier_as_text" if raw else "dossier_missing")]


def _rows(text: str) -> list[dict[str, Any]] | None:
    """The glued table as rows where every piece of it is accounted for; else None."""
    titles_and_bodies = _HEADINGS.split(text)
    if len(titles_and_bodies) < 2:
        return None
    rows, title = [], titles_and_bodies[0].strip("- \n")
    for place, body in enumerate(titles_and_bodies[1:], 2):
        items, rest = _items(body)
        last = place == len(titles_and_bodies)
        if items is None or (last and rest.strip()):
            return None
        rows.append({"case": title, "items": items})
        title = rest.strip("- \n")
    return rows


def _items(body: str) -> tuple[list[dict[str, Any]] | None, str]:
    """Papers of one case, and what stands behind the last: the title of the next case."""
    items: list[dict[str, Any]] = []
    start = 0
    for counts in _COUNTS.finditer(body):
        named = _name_and_form(body[start : counts.start()].strip())
        if named is None:
            return None, ""
        originals, copies = counts[1], counts[2] or counts[3]
        items.append({**named, "originals": originals, "copies": copies or 0})
        start = counts.end()
    return items, body[start:]


def _name_and_form(text: str) -> dict[str, str] | None:
    """A paper's name and its form's file, where it is sure what ends and begins where."""
    if _UNPARTED.search(text):
        return None
    if not _FILE.search(text):
        return {"name": text}
    seams = [place for place in range(1, len(text)) if _is_seam(text[place - 1], text[place])]
    if len(seams) != 1 or not _FILE.search(text[seams[0] :]):
        return None
    return {"name": text[: seams[0]], "form": text[seams[0] :]}


def _is_seam(before: str, after: str) -> bool:
    """A small letter or a stop, then a capital, no space: there a file's name was glued on."""
    return after.isupper() and (before.islower() or before in ');.:”"')
