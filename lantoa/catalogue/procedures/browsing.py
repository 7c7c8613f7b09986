"""Reading the procedures of one field of administration, for whoever would rather look than ask."""

from django.db.models import F

from lantoa.catalogue.procedures.content import Content
from lantoa.catalogue.procedures.models import ProcedureVersion, Status
from lantoa.catalogue.procedures.queries import Current

NEAREST_LEVEL = "Cấp Xã"


def of_field(field: str) -> list[Current]:
    """Active procedures of `field`, each entry once by its head, in one query.

    Those of the whole country come before those of single provinces, and those done at the commune
    before others: that is where most people go.
    """
    rows = ProcedureVersion.objects.filter(
        is_current=True,
        procedure__status=Status.ACTIVE,
        field=field,
        entry_key=F("procedure__code"),
    ).values_list("procedure__code", "name", "body", "entry_key", "publisher")
    found = [Current(row[0], row[1], Content.from_json(row[2]), row[3], row[4]) for row in rows]
    return sorted(found, key=_order)


def _order(one: Current) -> tuple[bool, bool, str]:
    return (bool(one.publisher), NEAREST_LEVEL not in one.content.levels, one.name)
