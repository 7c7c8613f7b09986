"""What a procedure consists of (Decree 63/2010/NĐ-CP, Art. 8(2)), as plain values with no database.

A `Content` is what an import reads, what a version stores as JSON and what pages show. Absent parts
are empty strings or empty tuples: "the agency has not published it", never a guess.
"""

import hashlib
import json
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from django.utils.functional import cached_property

# Publisher of a procedure that is surely local while the source does not say of which province.
UNKNOWN_PROVINCE = "Địa phương chưa rõ"


class Channel(StrEnum):
    """How a dossier may be handed in."""

    DIRECT = "direct"
    ONLINE = "online"
    POSTAL = "postal"


class TimeUnit(StrEnum):
    """Unit of a time limit; `ngày` and `ngày làm việc` are different things in law."""

    HOUR = "hour"
    DAY = "day"
    WORKING_DAY = "working_day"
    MONTH = "month"
    YEAR = "year"
    OTHER = "other"
    UNKNOWN = ""


class OnlineLevel(StrEnum):
    """Level of the online service (Decree 224/2026/NĐ-CP, Art. 14), where the source says it."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Fee:
    """One fee. `amount` in đồng; None or 0 without a note means that the source does not say."""

    amount: float | None = None
    note: str = ""

    @property
    def published(self) -> bool:
        """False for the portal's default of an empty field, which does not mean free."""
        return bool(self.amount) or bool(self.note)


@dataclass(frozen=True, slots=True)
class Method:
    """One way to hand in the dossier.

    `time_text`: the time limit in the source's words where it is no plain number of one unit. A
    value with unit "other" is a number whose unit the source does not say.
    """

    channel: str = ""
    time_value: float | None = None
    time_unit: str = TimeUnit.UNKNOWN
    time_text: str = ""
    fees: tuple[Fee, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper of a dossier. None copies or originals: the source does not say."""

    name: str
    originals: int | None = None
    copies: int | None = None
    form: str = ""


@dataclass(frozen=True, slots=True)
class DossierCase:
    """The papers asked for in one case; an empty title means: always."""

    title: str = ""
    papers: tuple[Paper, ...] = ()


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """One legal document a procedure rests on."""

    title: str = ""
    number: str = ""


@dataclass(frozen=True)
class Content:
    """Everything published about one procedure at one time.

    `*_text` hold what a source gave as running text where parts could not be told apart.
    `publisher`: "" where the procedure is one for the whole country, else the province (of today's
    34) that published it, or UNKNOWN_PROVINCE.
    """

    code: str
    name: str
    field: str = ""
    levels: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    agency: str = ""
    competent_agency: str = ""
    coordinating_agency: str = ""
    delegated_agency: str = ""
    steps: tuple[str, ...] = ()
    methods: tuple[Method, ...] = ()
    methods_text: str = ""
    dossier: tuple[DossierCase, ...] = ()
    dossier_text: str = ""
    conditions: str = ""
    result: str = ""
    legal_bases: tuple[LegalBasis, ...] = ()
    legal_text: str = ""
    forms: tuple[str, ...] = ()
    decision: str = ""
    procedure_type: str = ""
    submission_address: str = ""
    keywords: str = ""
    description: str = ""
    online_level: str = OnlineLevel.UNKNOWN
    source_url: str = ""
    publisher: str = ""

    def as_json(self) -> dict[str, Any]:
        """Plain values for a JSON column, empty parts left out."""
        return _plain(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Content":
        """The content that `as_json` wrote; keys it does not know are passed over."""
        known = {field.name for field in fields(cls)}
        values = {key: _frozen(value) for key, value in data.items() if key in known}
        return cls(
            **{
                **values,
                "methods": tuple(_method(row) for row in data.get("methods", ())),
                "dossier": tuple(_case(row) for row in data.get("dossier", ())),
                "legal_bases": tuple(LegalBasis(**row) for row in data.get("legal_bases", ())),
            }
        )

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the content in canonical form: equal digests, equal content."""
        text = json.dumps(self.as_json(), ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()

    @property
    def has_online_method(self) -> bool:
        """True where the source lists online as a way to hand in."""
        return any(method.channel == Channel.ONLINE for method in self.methods)


def _plain(part: Any) -> dict[str, Any]:
    """A dataclass as a dict without its empty members; `asdict` copies deeply and is slow."""
    pairs = ((key, getattr(part, key)) for key in part.__dataclass_fields__)
    return {key: _value(value) for key, value in pairs if value or value == 0}


def _value(value: Any) -> Any:
    if isinstance(value, tuple):
        return [item if isinstance(item, str) else _plain(item) for item in value]
    return value


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _method(row: dict[str, Any]) -> Method:
    return Method(**{**row, "fees": tuple(Fee(**fee) for fee in row.get("fees", ()))})


def _case(row: dict[str, Any]) -> DossierCase:
    papers = tuple(Paper(**paper) for paper in row.get("papers", ()))
    return DossierCase(title=row.get("title", ""), papers=papers)
