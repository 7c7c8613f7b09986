"""The answer card: the six things a person asks first. Also their short form in search results."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from lantoa.catalogue.procedures import words
from lantoa.catalogue.procedures.content import Content, OnlineLevel
from lantoa.catalogue.procedures.durations import is_quoted, time_summary
from lantoa.catalogue.procedures.fees import fee_summary
from lantoa.catalogue.procedures.papers import paper_summary
from lantoa.ui.formats import unpublished

ADDRESS_IN_CARD = 160
NAMES_IN_CARD = 140


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the card. `anchor`: the part of the page that says more, "" where none does.

    `is_quoted`: the text is the source's, Vietnamese whatever the language of the page. `full`: the
    whole of it where `text` is only the beginning.
    """

    icon: str
    label: str
    text: str
    anchor: str = ""
    is_quoted: bool = False
    full: str = ""

    @property
    def is_known(self) -> bool:
        """False where the source says nothing."""
        return self.text != unpublished()


def facts(content: Content) -> tuple[Fact, ...]:
    """Who, which papers, how long, how much, where, online or not; unknown ones say so."""
    return (
        _who(content),
        Fact("paper", _("Giấy tờ cần có"), paper_summary(content), "giay-to"),
        _how_long(content),
        _how_much(content),
        Fact(
            "place",
            _("Nộp ở đâu"),
            where(content),
            "cach-nop",
            is_quoted=bool(content.submission_address),
        ),
        Fact("screen", _("Nộp trực tuyến"), online(content), "cach-nop"),
    )


def _how_long(content: Content) -> Fact:
    limit = time_summary(content)
    quoted = any(is_quoted(method, limit) for method in content.methods)
    return Fact("clock", _("Mất bao lâu"), limit, "cach-nop", is_quoted=quoted)


def _how_much(content: Content) -> Fact:
    cost = fee_summary(content)
    notes = {fee.note.strip() for method in content.methods for fee in method.fees}
    return Fact("money", _("Tốn bao nhiêu"), cost, "cach-nop", is_quoted=cost in notes)


def who(content: Content) -> str:
    """The agency that carries the procedure out; where unnamed, at least its level."""
    agency = words.agency(content.agency or content.competent_agency)
    if agency or not content.levels:
        return agency or unpublished()
    levels = ", ".join(words.level(level) for level in content.levels)
    return _("cơ quan %(levels)s (tên cơ quan chưa công bố)") % {"levels": levels}


def _who(content: Content) -> Fact:
    """Some sources name every branch office of a province: the card shows the first few."""
    name = who(content)
    named = bool(content.agency or content.competent_agency)
    if len(name) <= NAMES_IN_CARD:
        return Fact("person", _("Ai giải quyết"), name, is_quoted=named)
    start = name[:NAMES_IN_CARD].rpartition(",")[0] or name[:NAMES_IN_CARD].rpartition(" ")[0]
    return Fact("person", _("Ai giải quyết"), f"{start} …", is_quoted=named, full=name)


def where(content: Content) -> str:
    """The address if it is published and short; else that there is one below, or none."""
    address = " ".join(content.submission_address.split())
    if len(address) > ADDRESS_IN_CARD:
        return _("xem địa chỉ ở phần cách nộp")
    return address or unpublished()


def online(content: Content) -> str:
    """Whether it can be filed online, as far as the source says."""
    if content.online_level == OnlineLevel.FULL:
        return _("được, trọn quy trình (toàn trình)")
    if content.online_level == OnlineLevel.PARTIAL:
        return _("được một phần")
    if content.has_online_method:
        return _("được")
    if content.online_level == OnlineLevel.NONE or content.methods:
        return _("chưa thấy công bố cách nộp trực tuyến")
    return _("xem phần cách nộp") if content.methods_text else unpublished()
