"""Looking through a field of administration: an answer without a question."""

from lantoa.catalogue.procedures.browsing import of_field
from lantoa.catalogue.procedures.queries import Current
from lantoa.catalogue.search.answer import Answer, Filters, Result


def browse(filters: Filters, *, limit: int) -> Answer:
    """The procedures of `filters.field` that the other filters leave, at most `limit`."""
    found = [one for one in of_field(filters.field) if _fits(one, filters)]
    results = tuple(_result(one) for one in found[:limit])
    return Answer("", 0.0, in_scope=True, results=results, total=len(found))


def _fits(one: Current, filters: Filters) -> bool:
    content = one.content
    return (
        (not filters.level or filters.level in content.levels)
        and (not filters.audience or filters.audience in content.audiences)
        and (not filters.province or one.publisher in ("", filters.province))
        and (not filters.online or content.has_online_method)
    )


def _result(one: Current) -> Result:
    content = one.content
    return Result(
        code=one.code,
        name=one.name,
        score=0.0,
        field=content.field,
        levels=content.levels,
        agency=content.agency,
        online=content.has_online_method,
        publisher=one.publisher,
    )
