"""What stands on the desk's start page."""

from dataclasses import dataclass
from datetime import datetime

from lantoa.catalogue.lexicon.queries import lines
from lantoa.catalogue.procedures.queries import Counts, counts
from lantoa.core.audit.queries import recent
from lantoa.portal.desk import words

ACTS = 5


@dataclass(frozen=True, slots=True)
class Act:
    """Something done, in words."""

    when: str
    who: str
    what: str


@dataclass(frozen=True, slots=True)
class Today:
    """The start page: how much there is, and what was done last."""

    procedures: Counts
    terms: int
    own_terms: int
    acts: tuple[Act, ...]


def today(*, now: datetime) -> Today:
    """All of the start page at the moment `now`."""
    lexicon = lines()
    return Today(
        procedures=counts(),
        terms=sum(line.active for line in lexicon),
        own_terms=sum(line.is_own for line in lexicon),
        acts=_acts(now),
    )


def _acts(now: datetime) -> tuple[Act, ...]:
    return tuple(
        Act(
            words.moment(row.at, now=now),
            words.actor(row.actor),
            words.act(row.action, row.subject),
        )
        for row in recent(words.TOLD, limit=ACTS)
    )
