"""Lexicon entries that editors add; the ones that come with the product are a file."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What sort of saying a term is."""

    COLLOQUIAL = "colloquial", _("Cách nói thường ngày")
    SITUATION = "situation", _("Tình huống")
    ABBREVIATION = "abbreviation", _("Viết tắt")
    SYNONYM = "synonym", _("Từ đồng nghĩa")
    OLDNAME = "oldname", _("Tên gọi cũ")
    REGIONAL = "regional", _("Từ địa phương")


class Region(models.TextChoices):
    """Where a term is used."""

    ALL = "all", _("Cả nước")
    NORTH = "north", _("Miền Bắc")
    CENTRAL = "central", _("Miền Trung")
    SOUTH = "south", _("Miền Nam")


class LexiconEntry(models.Model):
    """A term people type and what the catalogue calls it.

    An entry whose term also stands in the product's file takes its place; an inactive one switches
    the term off.
    """

    pii: ClassVar[str] = "Sign-in name of the editor."

    term = models.CharField(_("Từ người dân hay gõ"), max_length=100)
    folded = models.CharField(
        max_length=100, unique=True, help_text="The term without marks and case."
    )
    official = models.TextField(_("Cách gọi trong thủ tục"), blank=True)
    kind = models.CharField(_("Loại"), max_length=15, choices=Kind, default=Kind.COLLOQUIAL)
    region = models.CharField(_("Vùng"), max_length=10, choices=Region, default=Region.ALL)
    active = models.BooleanField(_("Đang dùng"), default=True)
    changed_by = models.CharField(max_length=200)
    changed_at = models.DateTimeField()

    class Meta:
        """An entry in use says what it stands for."""

        ordering: ClassVar[list[str]] = ["term"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(active=False) | ~models.Q(official=""),
                name="lexicon_official_given",
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=Kind.values), name="lexicon_kind_known"
            ),
            models.CheckConstraint(
                condition=models.Q(region__in=Region.values), name="lexicon_region_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.term} -> {self.official}"
