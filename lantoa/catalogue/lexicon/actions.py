"""Changes to the lexicon. Each one has the search index built anew in the background.

`by` is the sign-in name of the editor. Editors lay their own entries over the product's file, which
itself never changes between releases; so everything here can be taken back.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from lantoa.catalogue.lexicon import queries
from lantoa.catalogue.lexicon.errors import UnknownTerm
from lantoa.catalogue.lexicon.models import LexiconEntry
from lantoa.catalogue.lexicon.shipped import BETWEEN, Term
from lantoa.core.audit.actions import record
from lantoa.core.jobs.actions import enqueue
from lantoa.core.text.vietnamese import fold

REBUILD = "catalogue.search.rebuild"


@transaction.atomic
def save_entries(*, by: str, terms: Sequence[Term], now: datetime) -> None:
    """Add each term, or put it in place of the entry with the same folded form; all or none.

    What is saved is in use. The caller has checked the terms (`rules`).
    """
    for term in terms:
        _write(by=by, term=term, active=True, now=now)
    enqueue(REBUILD)


@transaction.atomic
def switch_off(*, by: str, folded: str, now: datetime) -> None:
    """Let the term lead nowhere, be it shipped or own. Raises UnknownTerm."""
    _write(by=by, term=_line(folded).term, active=False, now=now)
    enqueue(REBUILD)


@transaction.atomic
def switch_on(*, by: str, folded: str, now: datetime) -> None:
    """Take a term into use again, as it was. Raises UnknownTerm."""
    line = _line(folded)
    if line.term == queries.shipped_term(folded):
        remove_own(by=by, folded=folded, now=now)
    else:
        _write(by=by, term=line.term, active=True, now=now)
        enqueue(REBUILD)


@transaction.atomic
def remove_own(*, by: str, folded: str, now: datetime) -> None:
    """Delete the editors' own entry; a shipped term of that form is in force again.

    Raises UnknownTerm where there is no own entry.
    """
    row = LexiconEntry.objects.select_for_update().filter(folded=folded).first()
    if row is None:
        raise UnknownTerm
    facts = _facts(row)
    row.delete()
    _tell(by=by, action="catalogue.lexicon.remove", folded=folded, now=now, before=facts)
    enqueue(REBUILD)


def _line(folded: str) -> queries.Line:
    found = queries.line(folded)
    if found is None:
        raise UnknownTerm
    return found


def _write(*, by: str, term: Term, active: bool, now: datetime) -> None:
    """Write the row of a term, and its audit row."""
    folded = fold(term.term)
    row = LexiconEntry.objects.select_for_update().filter(folded=folded).first()
    before = _facts(row) if row else None
    row = row or LexiconEntry(folded=folded)
    row.term, row.official = term.term, BETWEEN.join(term.officials)
    row.kind, row.region, row.active = term.kind, term.region, active
    row.changed_by, row.changed_at = by, now
    row.save()
    action = "catalogue.lexicon.save" if active else "catalogue.lexicon.switch_off"
    _tell(by=by, action=action, folded=folded, now=now, before=before, after=_facts(row))


def _tell(*, by: str, action: str, folded: str, now: datetime, **details: Any) -> None:
    record(actor=by, action=action, subject=f"term {folded}", now=now, details=details)


def _facts(row: LexiconEntry) -> dict[str, Any]:
    """What an audit row keeps of an entry."""
    facts = ("term", "official", "kind", "region", "active")
    return {fact: getattr(row, fact) for fact in facts}
