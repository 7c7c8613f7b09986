"""The core module."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """Audit, jobs, text and operation."""

    name = "lantoa.core"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let every module put its jobs on the list."""
        from lantoa.core.jobs.registry import discover  # noqa: PLC0415 - apps must be loaded first

        discover()
