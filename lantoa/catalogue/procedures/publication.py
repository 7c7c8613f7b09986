"""What is to be published about one procedure, and what it is compared with."""

from dataclasses import dataclass
from datetime import date

from lantoa.catalogue.procedures.content import Content


@dataclass(frozen=True, slots=True)
class Publication:
    """A content, the day its source was read, and what became of the code.

    `status` is a value of `models.Status`; "replaced" goes with a code in `replaced_by`, which must
    be in the catalogue or among what is published with it.
    """

    content: Content
    synced_at: date | None = None
    status: str = "active"
    replaced_by: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """The state of one code in the catalogue, without its content."""

    digest: str
    status: str
    replaced_by: str
    publisher: str
    name: str
    synced_at: date | None
