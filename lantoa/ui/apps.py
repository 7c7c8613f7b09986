"""The ui module."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Templates, components, static files."""

    name = "lantoa.ui"
