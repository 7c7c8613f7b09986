"""What an archive says of itself: `manifest.json`, its last member.

Members: `tables/<app>.<model>.jsonl`, one JSON array per row in key order, columns as the manifest
lists them; `files/<path>`, the files people uploaded; `manifest.json`.
"""

import json
from dataclasses import asdict, dataclass
from typing import Any

from lantoa.core.backup.errors import DamagedArchive

FORMAT = 1
MANIFEST = "manifest.json"


@dataclass(frozen=True)
class Table:
    """One table: its columns in order, how many rows, SHA-256 of their lines."""

    columns: tuple[str, ...]
    rows: int
    sha256: str


@dataclass(frozen=True)
class File:
    """One file: its size in bytes and SHA-256."""

    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """The whole: `made_at` is ISO 8601 in UTC, `migrations` are "app.name", sorted."""

    lantoa: str
    engine: str
    made_at: str
    migrations: tuple[str, ...]
    tables: dict[str, Table]
    files: dict[str, File]

    @property
    def row_total(self) -> int:
        """Rows of all tables together."""
        return sum(table.rows for table in self.tables.values())

    @property
    def digests(self) -> dict[str, str]:
        """Name of each member but the manifest -> its SHA-256."""
        tables = {table_member(label): table.sha256 for label, table in self.tables.items()}
        return tables | {f"files/{path}": file.sha256 for path, file in self.files.items()}

    def as_bytes(self) -> bytes:
        """The manifest as it is stored."""
        return json.dumps({"format": FORMAT, **asdict(self)}, indent=1, sort_keys=True).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> "Manifest":
        """Read what `as_bytes` wrote. Raises DamagedArchive."""
        try:
            values: dict[str, Any] = json.loads(data)
            if values.pop("format") != FORMAT:
                raise DamagedArchive("the archive has a format that this version cannot read")
            tables = {label: _table(row) for label, row in values.pop("tables").items()}
            files = {path: File(**row) for path, row in values.pop("files").items()}
            migrations = tuple(values.pop("migrations"))
            return cls(**values, migrations=migrations, tables=tables, files=files)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise DamagedArchive("the archive's manifest cannot be read") from error


def table_member(label: str) -> str:
    """The member of an archive that holds a table."""
    return f"tables/{label}.jsonl"


def _table(row: dict[str, Any]) -> Table:
    return Table(tuple(row["columns"]), row["rows"], row["sha256"])
