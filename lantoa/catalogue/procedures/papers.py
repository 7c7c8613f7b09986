"""The papers of a dossier as a list to tick."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lantoa.catalogue.procedures.content import Content, DossierCase, Paper
from lantoa.core.text.vietnamese import fold
from lantoa.ui.formats import unpublished

LEAD = re.compile(r"^[\s\-–+*•]+")
NOTES = ("luu y", "chu y", "ghi chu")
ORDINAL = re.compile(r"^[\s\-+*]*\(?(\d{1,2})[).]\s")


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One paper: its name in the source's words, and how many of it ("1 bản chính, 2 bản sao")."""

    name: str
    count: str
    form: str


@dataclass(frozen=True, slots=True)
class PaperCase:
    """The papers of one case; `title` is empty where there is only one."""

    title: str
    papers: tuple[PaperLine, ...]

    @property
    def is_note(self) -> bool:
        """True where the source keeps remarks among the papers: nothing to bring or tick."""
        return fold(self.title).startswith(NOTES)


def paper_cases(content: Content) -> tuple[PaperCase, ...]:
    """The cases that name papers, each in the order its own numbers give, where it has them."""
    return tuple(
        PaperCase(_bare(case.title), tuple(_line(paper) for paper in _in_order(case)))
        for case in content.dossier
        if case.papers
    )


def _bare(name: str) -> str:
    """The words without the dash before and the semicolon after: the list shows both."""
    return LEAD.sub("", name).rstrip(" ;:") or name


def _in_order(case: DossierCase) -> list[Paper]:
    """Sources jumble papers that are numbered (1), (2), (3) in their names."""
    numbers = [ORDINAL.match(paper.name) for paper in case.papers]
    ordinals = [int(number[1]) for number in numbers if number]
    if len(set(ordinals)) < len(case.papers):
        return list(case.papers)
    pairs = sorted(zip(ordinals, case.papers, strict=True), key=lambda pair: pair[0])
    return [paper for _ordinal, paper in pairs]


def _line(paper: Paper) -> PaperLine:
    counts = [
        _("%d bản chính") % paper.originals if paper.originals else "",
        _("%d bản sao") % paper.copies if paper.copies else "",
    ]
    return PaperLine(_bare(paper.name), ", ".join(filter(None, counts)), paper.form)


def paper_summary(content: Content) -> str:
    """ "6 loại giấy tờ"; with cases also how many of these; or where to look."""
    cases = [case for case in paper_cases(content) if not case.is_note]
    if not cases:
        return _("xem phần giấy tờ") if content.dossier_text else unpublished()
    count = sum(len(case.papers) for case in cases)
    papers = ngettext("%d loại giấy tờ", "%d loại giấy tờ", count) % count
    if len(cases) == 1:
        return papers
    in_cases = ngettext("%d phần", "%d phần", len(cases)) % len(cases)
    return _("%(papers)s, chia theo %(cases)s") % {"papers": papers, "cases": in_cases}
