"""The people module."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Accounts and roles."""

    name = "lantoa.people"
    default_auto_field = "django.db.models.BigAutoField"
