"""The nouns of core."""

from lantoa.core.audit.models import AuditRow

__all__ = ["AuditRow"]
