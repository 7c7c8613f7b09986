"""Reading audit rows."""

from django.db.models import QuerySet

from lantoa.core.audit.models import AuditRow


def rows_about(subject: str) -> QuerySet[AuditRow]:
    """Every row about one object, newest first. `subject` is kind and key, as it was recorded."""
    return AuditRow.objects.filter(subject=subject)
