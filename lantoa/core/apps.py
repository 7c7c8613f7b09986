"""The core module."""

from importlib import import_module
from pathlib import Path

from django.apps import AppConfig

import lantoa


class CoreConfig(AppConfig):
    """Audit, jobs, text and operation."""

    name = "lantoa.core"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let every module put its jobs and its conditions of readiness on their lists."""
        root = Path(lantoa.__file__).parent
        for path in sorted([*root.glob("*/*/jobs.py"), *root.glob("*/*/conditions.py")]):
            import_module(".".join(("lantoa", *path.relative_to(root).with_suffix("").parts)))
