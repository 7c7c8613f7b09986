"""The roles staff work in. What each may do stands in `people.roles.queries`."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a member of staff works as."""

    ADMINISTRATOR = "administrator", _("Quản trị hệ thống")
    EDITOR = "editor", _("Biên tập viên")
