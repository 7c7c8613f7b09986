"""Reading for the home page."""

from collections import Counter
from collections.abc import Iterable

from django.core.cache import cache

from lantoa.catalogue.procedures.queries import catalogue_digest, contents

FIELDS_SHOWN = 12
KEPT_SECONDS = 3600


def everyday_fields(codes: Iterable[str]) -> list[str]:
    """Fields of administration of the procedures `codes` (those of life events), commonest first.

    Kept until the catalogue changes, since the contents of a hundred procedures are read for it.
    """
    key = f"home:fields:{catalogue_digest()}"
    found: list[str] | None = cache.get(key)
    if found is None:
        fields = Counter(content.field for content in contents(tuple(codes)).values())
        found = [field for field, _number in fields.most_common() if field][:FIELDS_SHOWN]
        cache.set(key, found, KEPT_SECONDS)
    return found
