"""Background jobs of search."""

from django.utils import timezone

from lantoa.catalogue.search import actions
from lantoa.core.jobs.registry import job


@job("catalogue.search.rebuild")
def rebuild() -> None:
    """Bring the index up to date after catalogue or lexicon changed; does nothing when it is."""
    actions.ensure_index(now=timezone.now())
