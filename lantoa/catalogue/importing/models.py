"""Imports and what each line of them came to."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

ACTORS = {"system": _("Hệ thống"), "operator": _("Người vận hành")}


class RunStatus(models.TextChoices):
    """Where an import stands."""

    RECEIVED = "received", _("Đã nhận tệp, đang đọc")
    PROPOSED = "proposed", _("Chờ xem và áp dụng")
    APPLYING = "applying", _("Đang áp dụng vào danh mục")
    APPLIED = "applied", _("Đã áp dụng")
    DISCARDED = "discarded", _("Đã bỏ")
    FAILED = "failed", _("Không đọc được")


class Outcome(models.TextChoices):
    """What a line would do to the catalogue."""

    NEW = "new", _("Mới")
    CHANGED = "changed", _("Thay đổi")
    UNCHANGED = "unchanged", _("Không đổi")
    REJECTED = "rejected", _("Không nhận")
    WITHDRAWN = "withdrawn", _("Bãi bỏ")


class ImportRun(models.Model):
    """One file brought in, from upload to application."""

    pii: ClassVar[str] = "Sign-in name of the member of staff who uploaded the file."

    file_name = models.CharField(max_length=255)
    file_path = models.CharField(max_length=300, help_text="Relative to the files folder.")
    file_digest = models.CharField(max_length=64, help_text="SHA-256 of the file.")
    complete = models.BooleanField(
        default=False, help_text="The file is the whole list: procedures it lacks are withdrawn."
    )
    status = models.CharField(max_length=12, choices=RunStatus, default=RunStatus.RECEIVED)
    problem = models.TextField(blank=True, help_text="Why the file could not be read or applied.")
    counts = models.JSONField(default=dict, help_text="Outcome -> number of lines.")
    problem_counts = models.JSONField(default=dict, help_text="Code of a problem -> lines.")
    proposal_digest = models.CharField(max_length=64, blank=True)
    uploaded_by = models.CharField(max_length=200)
    created_at = models.DateTimeField()
    applied_at = models.DateTimeField(null=True)

    class Meta:
        """Newest first."""

        ordering: ClassVar[list[str]] = ["-created_at", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(status="applied", applied_at__isnull=False)
                | (~models.Q(status="applied") & models.Q(applied_at__isnull=True)),
                name="import_applied_has_day",
            )
        ]

    def __str__(self) -> str:
        return f"{self.file_name} ({self.status})"

    @property
    def uploader(self) -> str:
        """Who brought the file in: a sign-in name, or a word for those who have none."""
        return str(ACTORS.get(self.uploaded_by, self.uploaded_by))


class ImportRow(models.Model):
    """One line of an import and what it would do."""

    pii: ClassVar[str] = "none"

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="rows")
    line = models.PositiveIntegerField(help_text="Line of the file, from 1.")
    code = models.CharField(max_length=60, blank=True)
    name = models.TextField(blank=True)
    outcome = models.CharField(max_length=12, choices=Outcome)
    problems = models.JSONField(default=list, help_text="What is odd: [code, detail] each.")
    problem_codes = models.TextField(
        blank=True, help_text="The codes between spaces, to filter by on any database."
    )
    changes = models.JSONField(default=list, help_text="Keys of the parts that change.")
    body = models.JSONField(
        null=True, help_text="What would be published; emptied once applied or discarded."
    )

    class Meta:
        """In the order of the file."""

        ordering: ClassVar[list[str]] = ["line"]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["run", "outcome", "line"])]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(outcome__in=Outcome.values), name="row_outcome_known"
            )
        ]

    def __str__(self) -> str:
        return f"{self.line} {self.code} {self.outcome}"
