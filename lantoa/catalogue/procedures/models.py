"""Procedures and their versions."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from lantoa.catalogue.procedures.content import Content


class Status(models.TextChoices):
    """What became of a procedure code."""

    ACTIVE = "active", _("Đang áp dụng")
    WITHDRAWN = "withdrawn", _("Đã bãi bỏ")
    REPLACED = "replaced", _("Đã được thay thế")


class Procedure(models.Model):
    """An administrative procedure by its code. Its address stays, whatever becomes of it."""

    pii: ClassVar[str] = "none"

    code = models.CharField(max_length=60, unique=True)
    code_well_formed = models.BooleanField(
        default=True, help_text="d.dddddd as the national list writes it."
    )
    status = models.CharField(max_length=12, choices=Status, default=Status.ACTIVE)
    replaced_by = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaces"
    )

    class Meta:
        """A replaced procedure says by what; others do not."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=~models.Q(code=""), name="procedure_code_given"),
            models.CheckConstraint(
                condition=models.Q(status="replaced", replaced_by__isnull=False)
                | (~models.Q(status="replaced") & models.Q(replaced_by__isnull=True)),
                name="procedure_replaced_says_by_what",
            ),
        ]

    def __str__(self) -> str:
        return self.code


class ProcedureVersion(models.Model):
    """What was published about a procedure from one import to the next."""

    pii: ClassVar[str] = "none"

    procedure = models.ForeignKey(Procedure, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(help_text="1, 2, 3 ... within the procedure.")
    is_current = models.BooleanField(default=True)
    name = models.TextField()
    field = models.CharField(max_length=300, blank=True, db_index=True)
    entry_key = models.CharField(
        max_length=60,
        db_index=True,
        help_text="Code of the head of its entry: equal for local variants of one entry.",
    )
    publisher = models.CharField(
        max_length=100,
        blank=True,
        help_text="Province whose variant this is; empty: the whole country's.",
    )
    body = models.JSONField(help_text="The whole content as `Content.as_json` writes it.")
    digest = models.CharField(max_length=64, help_text="SHA-256 of the content.")
    synced_at = models.DateField(null=True, help_text="Day on which the source was read.")
    created_at = models.DateTimeField()

    class Meta:
        """One current version, numbers without repetition."""

        ordering: ClassVar[list[str]] = ["procedure", "-number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["procedure", "number"], name="version_number_once"),
            models.UniqueConstraint(
                fields=["procedure"],
                condition=models.Q(is_current=True),
                name="version_current_once",
            ),
            models.CheckConstraint(
                condition=models.Q(number__gte=1), name="version_number_from_one"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.procedure_id}/{self.number} {self.name}"

    @property
    def content(self) -> Content:
        """The content as values."""
        return Content.from_json(self.body)


class CatalogueState(models.Model):
    """One row: the fingerprint of the catalogue as it stands, so that nobody has to read it all.

    Written in the transaction of each change; as a lock it also lets in one change at a time.
    """

    pii: ClassVar[str] = "none"

    ONLY = 1

    id = models.PositiveSmallIntegerField(primary_key=True, default=ONLY)
    digest = models.CharField(
        max_length=64, blank=True, help_text="SHA-256 over codes, contents, entries."
    )
    changed_at = models.DateTimeField()

    class Meta:
        """There is one."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=models.Q(id=1), name="catalogue_state_one_row")
        ]

    def __str__(self) -> str:
        return self.digest
