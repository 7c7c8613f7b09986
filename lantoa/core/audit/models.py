"""The audit row."""

from typing import ClassVar

from django.db import models


class AuditRow(models.Model):
    """One change of state. Written by actions in the same transaction, never changed afterwards.

    Actor and object are kept as text: core knows no people, and a row must
    outlive what it tells of.
    """

    pii: ClassVar[str] = (
        "Staff member's sign-in name and network address; kept as evidence of acts."
    )

    at = models.DateTimeField(db_index=True)
    actor = models.CharField(max_length=200, help_text="Sign-in name, or 'system' or 'operator'.")
    action = models.CharField(max_length=100, db_index=True, help_text="module.noun.verb")
    subject = models.CharField(
        max_length=200, db_index=True, help_text="Kind and key of the object."
    )
    details = models.JSONField(default=dict, help_text="Before and after, without personal data.")
    request_id = models.CharField(max_length=64, blank=True)

    class Meta:
        """Newest first."""

        ordering: ClassVar[list[str]] = ["-at", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=~models.Q(actor=""), name="audit_actor_named"),
            models.CheckConstraint(condition=~models.Q(action=""), name="audit_action_named"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor} {self.action} {self.subject}"
