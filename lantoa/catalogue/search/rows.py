"""Results as the page shows them: what it is, who does it, where, how long, online or not."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from lantoa.catalogue.procedures import words
from lantoa.catalogue.procedures.content import Content
from lantoa.catalogue.procedures.durations import time_in_short
from lantoa.catalogue.procedures.naming import display_name
from lantoa.catalogue.search.answer import Result
from lantoa.core.text.vietnamese import fold
from lantoa.ui.formats import in_english


@dataclass(frozen=True, slots=True)
class Row:
    """One result. `title`: pairs (text, whether the question led to it)."""

    code: str
    title: tuple[tuple[str, bool], ...]
    who: str
    who_is_quoted: bool
    place: str
    duration: str
    online: bool
    via: tuple[tuple[str, str], ...]
    variants: int


def rows(results: Iterable[Result], contents: Mapping[str, Content]) -> list[Row]:
    """A row for each result; `contents` by code gives what the index does not hold.

    How words were understood is told at the first result it led to.
    """
    told: set[tuple[str, str]] = set()
    found = []
    for result in results:
        via = tuple(pair for pair in result.via if pair not in told)
        told.update(via)
        found.append(_row(result, contents.get(result.code), via))
    return found


def _row(result: Result, content: Content | None, via: tuple[tuple[str, str], ...]) -> Row:
    agency = result.agency or (content.competent_agency if content else "")
    return Row(
        code=result.code,
        title=marked(display_name(result.name), result.matched),
        who=who(agency, result.levels),
        who_is_quoted=bool(agency),
        place=result.publisher,
        duration=_duration(content),
        online=result.online or bool(content and content.has_online_method),
        via=via,
        variants=len(result.variants),
    )


def who(agency: str, levels: Iterable[str]) -> str:
    """ "Công an cấp xã"; with the levels where the agency's name does not tell them all.

    To who reads English a name in Vietnamese tells no level.
    """
    name, given = words.agency(agency), tuple(levels)
    named = ", ".join(words.level(level) for level in given)
    if not name:
        return _("cơ quan %(levels)s") % {"levels": named} if named else ""
    told = not in_english() and all(words.tells_level(name, level) for level in given)
    return name if told or not named else f"{name} ({named})"


def _duration(content: Content | None) -> str:
    told = time_in_short(content) if content else ""
    return told or _("thời hạn chưa công bố")


def marked(title: str, matched: Iterable[str]) -> tuple[tuple[str, bool], ...]:
    """The title cut where the matched words begin and end; words are compared without marks."""
    found = {word for phrase in matched for word in fold(phrase).split()}
    judged = ((word, fold(word) in found) for word in title.split())
    runs = groupby(judged, key=lambda pair: pair[1])
    return tuple((" ".join(word for word, _hit in run), hit) for hit, run in runs)
