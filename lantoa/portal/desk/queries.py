"""What stands on the desk's start page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from lantoa.catalogue.importing.queries import waiting_runs
from lantoa.catalogue.lexicon.queries import lines
from lantoa.catalogue.procedures.queries import Counts, counts
from lantoa.catalogue.search.queries import IndexState, index_state
from lantoa.core.audit.queries import recent
from lantoa.portal.desk import words

MOST_WAITING = 5
MOST_ACTS = 5


@dataclass(frozen=True, slots=True)
class Waiting:
    """An import that waits or is under way: its id, and what to say of it."""

    import_id: int
    text: str


@dataclass(frozen=True, slots=True)
class Act:
    """Something done, in words."""

    when: str
    who: str
    what: str


@dataclass(frozen=True, slots=True)
class Today:
    """The start page: what waits, how much there is, how the index stands, what was done last."""

    waiting: Sequence[Waiting]
    procedures: Counts
    terms: int
    own_terms: int
    index: IndexState
    index_built: str
    acts: Sequence[Act]


def today(*, with_imports: bool, now: datetime) -> Today:
    """All of the start page at the moment `now`; imports only for those who may work on them."""
    lexicon = lines()
    index = index_state()
    return Today(
        waiting=_waiting() if with_imports else (),
        procedures=counts(),
        terms=sum(line.active for line in lexicon),
        own_terms=sum(line.is_own for line in lexicon),
        index=index,
        index_built=words.moment(index.built_at, now=now) if index.built_at else "",
        acts=_acts(now),
    )


def _waiting() -> list[Waiting]:
    runs = waiting_runs()[:MOST_WAITING]
    return [Waiting(run.pk, words.import_line(run.status, run.file_name)) for run in runs]


def _acts(now: datetime) -> list[Act]:
    rows = recent(words.TOLD, limit=MOST_ACTS)
    return [
        Act(
            words.moment(row.at, now=now),
            words.actor(row.actor),
            words.act(row.action, row.subject, row.details),
        )
        for row in rows
    ]
