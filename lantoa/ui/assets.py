"""Addresses of static files that change when the file does: browsers may keep them for a year."""

import hashlib
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.templatetags.static import static


def asset_url(path: str) -> str:
    """The address of the static file `path` with `?v=` and a digest of its content.

    A file that is missing has no digest; a test makes sure that templates name none.
    """
    digest = _digest(path) if settings.DEBUG else _kept_digest(path)
    return f"{static(path)}?v={digest}" if digest else static(path)


def _digest(path: str) -> str:
    found = finders.find(path)
    if not found:
        return ""
    return hashlib.sha256(Path(found).read_bytes()).hexdigest()[:10]


_kept_digest = lru_cache(maxsize=256)(_digest)
