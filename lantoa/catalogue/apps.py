"""The catalogue module."""

from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    """Procedures, search, imports, lexicon."""

    name = "lantoa.catalogue"
    default_auto_field = "django.db.models.BigAutoField"
