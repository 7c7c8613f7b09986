"""What the filters of the results page offer."""

from django.core.cache import cache

from lantoa.catalogue.procedures.queries import catalogue_digest, fields

KEPT_SECONDS = 24 * 3600


def field_names() -> list[str]:
    """Names of all fields of administration in the catalogue, in order.

    Counting them over the whole catalogue takes a hundred times longer than a search, so the names
    are kept until the catalogue changes.
    """
    key = f"search:fields:{catalogue_digest()}"
    found: list[str] | None = cache.get(key)
    if found is None:
        found = sorted(name for name, _number in fields())
        cache.set(key, found, KEPT_SECONDS)
    return found
