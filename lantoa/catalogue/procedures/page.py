"""A procedure's page as its template needs it: the source's content arranged for a citizen."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from lantoa.catalogue.procedures import card, words
from lantoa.catalogue.procedures.content import Content, OnlineLevel
from lantoa.catalogue.procedures.methods import Ways, ways
from lantoa.catalogue.procedures.naming import display_name
from lantoa.catalogue.procedures.papers import PaperCase, paper_cases
from lantoa.catalogue.procedures.reading import Block, blocks, numbered_steps, unglue

LONG_TITLE = 110
VERY_LONG_TITLE = 220
OPEN_PAPERS = 15


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the page, for the list of parts."""

    anchor: str
    title: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One content, ready to show. Parts the source leaves out are empty and say so on the page."""

    content: Content
    title: str
    facts: tuple[card.Fact, ...]
    levels: tuple[str, ...]
    audiences: tuple[str, ...]
    paper_cases: tuple[PaperCase, ...]
    dossier_blocks: tuple[Block, ...]
    ways: Ways
    methods_blocks: tuple[Block, ...]
    address: tuple[Block, ...]
    steps: tuple[tuple[Block, ...], ...]
    result: tuple[Block, ...]
    conditions: tuple[Block, ...]
    legal_blocks: tuple[Block, ...]

    @property
    def title_size(self) -> str:
        """Class of the heading: many names take several lines."""
        return "title-long" if len(self.title) > LONG_TITLE else ""

    @property
    def heading(self) -> str:
        """The name; of one as long as a paragraph only the beginning, cut between words."""
        if len(self.title) <= VERY_LONG_TITLE:
            return self.title
        return self.title[:VERY_LONG_TITLE].rpartition(" ")[0].rstrip(",;") + " …"

    @property
    def has_many_cases(self) -> bool:
        """True where the cases hold too many papers to stand open one under the other."""
        papers = sum(len(case.papers) for case in self.paper_cases)
        return papers > OPEN_PAPERS and all(case.title for case in self.paper_cases)

    @property
    def says_free_in_raw(self) -> bool:
        """True where a raw table says "Miễn phí", perhaps for an empty field."""
        return "miễn phí" in self.content.methods_text.lower()

    @property
    def has_shared_fees(self) -> bool:
        """True where every way to hand in costs the same, so that it is told once."""
        return self.ways.shared_fees is not None

    @property
    def can_file_online(self) -> bool:
        """True where the source says that the dossier can be handed in online."""
        content = self.content
        return content.has_online_method or content.online_level in (
            OnlineLevel.FULL,
            OnlineLevel.PARTIAL,
        )

    @property
    def filing_url(self) -> str:
        """The procedure's page on the national portal, "" where the source gives none."""
        url = self.content.source_url
        return url if url.startswith(("https://", "http://")) else ""

    @property
    def sections(self) -> tuple[Section, ...]:
        """The parts of the page in order: what to do first, law last."""
        return (
            Section("giay-to", _("Giấy tờ cần có")),
            Section("cach-nop", _("Cách nộp, thời hạn, lệ phí")),
            Section("cac-buoc", _("Các bước")),
            Section("ket-qua", _("Kết quả")),
            *([Section("dieu-kien", _("Điều kiện"))] if self.conditions else []),
            Section("can-cu", _("Căn cứ pháp lý")),
        )


def sheet(content: Content) -> Sheet:
    """Arrange `content` for showing."""
    numbered = numbered_steps(content.steps)
    return Sheet(
        content=content,
        title=display_name(content.name),
        facts=card.facts(content),
        levels=tuple(words.level(level) for level in content.levels),
        audiences=tuple(words.audience(audience) for audience in content.audiences),
        paper_cases=paper_cases(content),
        dossier_blocks=blocks(unglue(content.dossier_text)),
        ways=ways(content),
        methods_blocks=blocks(unglue(content.methods_text)),
        address=blocks(content.submission_address),
        steps=tuple(blocks(step) for step in numbered or _running(content.steps)),
        result=blocks(content.result),
        conditions=blocks(content.conditions),
        legal_blocks=blocks(content.legal_text),
    )


def _running(steps: tuple[str, ...]) -> tuple[str, ...]:
    """Steps that nobody numbered are one running text: which lines are steps is not ours to say."""
    return ("\n".join(steps),) if steps else ()
