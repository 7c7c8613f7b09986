"""The portal module."""

from django.apps import AppConfig

from lantoa.ui import navigation


class PortalConfig(AppConfig):
    """Home, the desk's shell, and what happens when."""

    name = "lantoa.portal"

    def ready(self) -> None:
        """Hand the desk's navigation to its base template, which lives below."""
        from lantoa.portal.desk.navigation import desk_links  # noqa: PLC0415 - needs models ready

        navigation.provide(desk_links)
