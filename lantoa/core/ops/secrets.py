"""The installation's own secret, made on first run and readable by its owner only."""

import os
import secrets
from pathlib import Path

KEY_BYTES = 50


def secret_key(folder: Path) -> str:
    """The secret of this installation, from `folder/secret_key`; made (mode 0600) when absent."""
    path = folder / "secret_key"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # all that is in it is ours alone
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    with os.fdopen(handle, "w", encoding="ascii") as stream:
        stream.write(secrets.token_urlsafe(KEY_BYTES))
    return path.read_text(encoding="ascii").strip()
