"""The project's own user."""

from typing import ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from lantoa.people.roles.models import Role

__all__ = ["Role", "User"]


class User(AbstractBaseUser):
    """A member of staff who signs in."""

    pii: ClassVar[str] = "Name and sign-in name of a member of staff."

    username = models.CharField(_("Tên đăng nhập"), max_length=150, unique=True)
    full_name = models.CharField(_("Họ và tên"), max_length=200, blank=True)
    role = models.CharField(_("Vai trò"), max_length=30, choices=Role)
    is_active = models.BooleanField(default=True)
    must_change_password = models.BooleanField(
        default=False, help_text="Set while the password is a one-time one."
    )
    created_at = models.DateTimeField()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects: ClassVar[BaseUserManager[Self]] = BaseUserManager()

    class Meta:
        """Sign-in names are one whatever their case."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(Lower("username"), name="user_username_once"),
            models.CheckConstraint(
                condition=models.Q(role__in=Role.values), name="user_role_known"
            ),
        ]

    def __str__(self) -> str:
        return self.full_name or self.username
