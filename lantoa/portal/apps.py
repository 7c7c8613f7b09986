"""The portal module."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Home, the desk's shell, and what happens when."""

    name = "lantoa.portal"
