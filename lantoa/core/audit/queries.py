"""Reading audit rows."""

from collections.abc import Collection

from django.db.models import QuerySet

from lantoa.core.audit.models import AuditRow


def rows_about(subject: str) -> QuerySet[AuditRow]:
    """Every row about one object, newest first. `subject` is kind and key, as it was recorded."""
    return AuditRow.objects.filter(subject=subject)


def recent(actions: Collection[str], *, limit: int) -> list[AuditRow]:
    """The newest `limit` rows whose action is one of `actions`, newest first."""
    return list(AuditRow.objects.filter(action__in=actions)[:limit])
