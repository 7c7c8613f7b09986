"""Whose procedure it is: the whole country's, or a province's own.

A province publishes its procedures by a decision of its People's Committee (Decree 63/2010/NĐ-CP,
Art. 15 as amended by Decree 92/2017/NĐ-CP), whose number says so but not of which province; that is
told by agencies, addresses and legal bases.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from lantoa.catalogue.procedures.content import UNKNOWN_PROVINCE, Content
from lantoa.catalogue.procedures.provinces import named_in, of_name

NATION_WIDE = "Cả nước"
# People's Committees, their offices, service centres and departments; then ministries and alike.
_LOCAL = re.compile(r"UBND|TTPVHCC|QĐ-VP\b|SNNMT|SNN\b|SỞ|SOKHCN|SXD", re.IGNORECASE)
_CENTRAL = re.compile(
    r"Q[ĐD][-_/\d ]*-?(B[A-ZĐ]|NHNN|TTG|TCHQ|CHH|LĐ|TAND)|NHNN|BNG|BTP|BCA|BQP|EVN", re.IGNORECASE
)
_NUMBER = re.compile(r"^\W*(số\s*:?)?\s*[\d./]+[a-z]?/?", re.IGNORECASE)
STRONG, WEAK = 2, 1


def stated(value: object) -> str | None:
    """The publisher a record states: a province of today, "" for the country; None: unsaid."""
    if not isinstance(value, str) or not value.strip():
        return "" if value == "" else None
    if value.strip().casefold() == NATION_WIDE.casefold():
        return ""
    return of_name(value) or UNKNOWN_PROVINCE


def inferred(contents: Sequence[Content], known: Mapping[str, str]) -> list[Content]:
    """The contents with the publisher each one's own texts, or others of the same decision, tell.

    `known`: code -> publisher as the catalogue has it, kept where this file alone tells nothing.
    """
    own = {content.code: _own_province(content) for content in contents if _is_local(content)}
    local = [content for content in contents if content.code in own]
    by_number = _agreed((_decision(content), own[content.code]) for content in local)
    by_issuer = _agreed((_issuer(content), own[content.code]) for content in local)
    found = {}
    for content in local:
        code = content.code
        guesses = (own[code], by_number.get(_decision(content)), by_issuer.get(_issuer(content)))
        found[code] = next(filter(None, guesses), known.get(code) or UNKNOWN_PROVINCE)
    return [
        replace(content, publisher=found[content.code]) if content.code in found else content
        for content in contents
    ]


def _decision(content: Content) -> str:
    return re.sub(r"[\s.]+", "", content.decision).upper()


def _issuer(content: Content) -> str:
    return _NUMBER.sub("", content.decision).strip(" .").upper()


def _is_local(content: Content) -> bool:
    """By the decision; where it says neither, by a body below ministries that names a province."""
    if _LOCAL.search(content.decision):
        return True
    if _CENTRAL.search(content.decision) or "Cấp Bộ" in content.levels or not content.decision:
        return False
    return bool(_own_province(content))


def _own_province(content: Content) -> str:
    """The province a content's own texts name most; "" where none does or two do alike."""
    votes: Counter[str] = Counter()
    for text in _strong_texts(content):
        votes.update(dict.fromkeys(_only(named_in(text, bare=True)), STRONG))
    for text in _weak_texts(content):
        votes.update(dict.fromkeys(_only(named_in(text)), WEAK))
    best = votes.most_common(2)
    tied = len(best) == 2 and best[0][1] == best[1][1]
    return best[0][0] if best and not tied else ""


def _only(named: frozenset[str]) -> frozenset[str]:
    """A text that names several provinces tells nothing."""
    return named if len(named) == 1 else frozenset()


def _strong_texts(content: Content) -> tuple[str, ...]:
    return (
        content.agency,
        content.competent_agency,
        content.coordinating_agency,
        content.submission_address,
    )


def _weak_texts(content: Content) -> tuple[str, ...]:
    laws = " ; ".join(basis.title for basis in content.legal_bases)
    papers = " ; ".join(paper.name for case in content.dossier for paper in case.papers)
    methods = " ; ".join(method.description for method in content.methods)
    return (
        laws + content.legal_text,
        "\n".join(content.steps),
        methods,
        papers,
        content.result,
        content.name,
    )


def _agreed(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Key -> province, where at least two of a key name one and none names another."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for key, province in pairs:
        if key and province:
            votes[key][province] += 1
    return {
        key: next(iter(count))
        for key, count in votes.items()
        if len(count) == 1 and count.total() > 1
    }
