"""Writing audit rows."""

from datetime import datetime
from typing import Any

from lantoa.core.audit.models import AuditRow
from lantoa.core.ops.logs import current_request_id


def record(
    *, actor: str, action: str, subject: str, now: datetime, details: dict[str, Any] | None = None
) -> AuditRow:
    """Write one row. Call it inside the transaction of the change it tells of.

    `actor` is a sign-in name, "operator" for the command line or "system" for a job;
    `action` reads module.noun.verb; `subject` is kind and key ("procedure 1.004194").
    `details` must hold no personal data.
    """
    return AuditRow.objects.create(
        at=now,
        actor=actor,
        action=action,
        subject=subject,
        details=details or {},
        request_id=current_request_id(),
    )
