"""Reading the lexicon: the product's file with the editors' own entries laid over it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from lantoa.catalogue.lexicon import shipped
from lantoa.catalogue.lexicon.models import Kind, LexiconEntry, Region
from lantoa.catalogue.lexicon.shipped import Term, phrases
from lantoa.core.text.vietnamese import fold


class Origin(StrEnum):
    """Where a line of the lexicon comes from."""

    SHIPPED = "shipped"
    OWN = "own"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Line:
    """One term as editors see it. `folded` is its key; an inactive one is switched off."""

    folded: str
    term: Term
    origin: Origin
    active: bool = True

    @property
    def key(self) -> str:
        """The key as it stands in addresses: "sổ đỏ" -> "so-do"."""
        return self.folded.replace(" ", "-")

    @property
    def kind_label(self) -> str:
        """The kind in words; the value itself where this release does not know it."""
        return str(dict(Kind.choices).get(self.term.kind, self.term.kind))

    @property
    def region_label(self) -> str:
        """The region in words."""
        return str(dict(Region.choices).get(self.term.region, self.term.region))

    @property
    def is_own(self) -> bool:
        """True where an editor had a hand in it: added, changed or switched off."""
        return self.origin is not Origin.SHIPPED


def entries() -> list[Term]:
    """All terms in use: the file's with own rows in their place, then own terms. One query.

    This is what the search engine is built from.
    """
    return [each.term for each in lines() if each.active]


def digest() -> str:
    """A fingerprint that changes whenever `entries()` may change. One query."""
    total = sha256(shipped.shipped_digest(shipped.FILE).encode())
    rows = LexiconEntry.objects.order_by("folded")
    for row in rows.values_list("folded", "term", "official", "kind", "region", "active"):
        total.update(repr(row).encode())
    return total.hexdigest()


def lines() -> list[Line]:
    """Every line, those switched off too: the file's order first, then own terms by name."""
    merged = {
        folded: Line(folded, term, Origin.SHIPPED)
        for folded, term in shipped.shipped_terms(shipped.FILE).items()
    }
    for row in LexiconEntry.objects.all():
        merged[row.folded] = _line(row, shipped_too=row.folded in merged)
    return list(merged.values())


def line(folded: str) -> Line | None:
    """The line of one folded term; None where there is none."""
    term = shipped_term(folded)
    row = LexiconEntry.objects.filter(folded=folded).first()
    if row is not None:
        return _line(row, shipped_too=term is not None)
    return Line(folded, term, Origin.SHIPPED) if term else None


def shipped_term(folded: str) -> Term | None:
    """What the product's file says of a folded term; None where it says nothing."""
    return shipped.shipped_terms(shipped.FILE).get(folded)


def narrowed(
    found: Iterable[Line], *, text: str = "", kind: str = "", region: str = "", own: bool = False
) -> list[Line]:
    """Those lines that hold `text` (marks and case apart) in the term or in what it stands for,
    and are of the kind, the region, the editors' own. An empty value does not narrow."""
    wanted = fold(text)
    return [
        each
        for each in found
        if (not kind or each.term.kind == kind)
        and (not region or each.term.region == region)
        and (not own or each.is_own)
        and (wanted in each.folded or any(wanted in fold(o) for o in each.term.officials))
    ]


def _line(row: LexiconEntry, *, shipped_too: bool) -> Line:
    origin = Origin.CHANGED if shipped_too else Origin.OWN
    term = Term(row.term, phrases(row.official), row.kind, row.region)
    return Line(row.folded, term, origin, row.active)
