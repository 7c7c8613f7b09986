"""Reading procedures: for the search index, result pages, procedure pages, imports."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Max, Q

from lantoa.catalogue.procedures.content import Content
from lantoa.catalogue.procedures.models import CatalogueState, Procedure, ProcedureVersion, Status
from lantoa.catalogue.procedures.publication import Known, Publication

CHUNK = 500


@dataclass(frozen=True, slots=True)
class Current:
    """An active procedure as it stands. It heads its entry where `entry_key` is its own code."""

    code: str
    name: str
    content: Content
    entry_key: str
    publisher: str

    @property
    def is_head(self) -> bool:
        """True for the one code that stands for its entry; the others are local variants of it."""
        return self.code == self.entry_key


@dataclass(frozen=True, slots=True)
class Variant:
    """Another code of the same entry and the province that published it ("": the whole country)."""

    code: str
    publisher: str


@dataclass(frozen=True, slots=True)
class VersionDate:
    """One line of a procedure's history."""

    number: int
    created_at: datetime
    synced_at: date | None


@dataclass(frozen=True, slots=True)
class Page:
    """All that a procedure's page needs. `replaced_by`: the code to go on with, "" where none is.

    `versions` are newest first; `variants` have the head of the entry first, then by province.
    """

    content: Content
    number: int
    synced_at: date | None
    created_at: datetime
    status: str
    replaced_by: str
    entry_key: str
    variants: tuple[Variant, ...]
    versions: tuple[VersionDate, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a procedure, old or current."""

    number: int
    content: Content
    created_at: datetime
    synced_at: date | None
    is_current: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the catalogue holds. `entries` counts local variants of one entry once."""

    active: int
    withdrawn: int
    replaced: int
    entries: int
    synced_at: date | None

    @property
    def all(self) -> int:
        """Procedures whatever their status."""
        return self.active + self.withdrawn + self.replaced


def current_versions() -> Iterator[Current]:
    """Every active (not withdrawn, not replaced) procedure by code, one query read in pieces."""
    rows = (
        ProcedureVersion.objects.filter(is_current=True, procedure__status=Status.ACTIVE)
        .order_by("procedure__code")
        .values_list("procedure__code", "name", "body", "entry_key", "publisher")
    )
    for code, name, body, entry_key, publisher in rows.iterator(chunk_size=CHUNK):
        yield Current(code, name, Content.from_json(body), entry_key, publisher)


def contents(codes: Collection[str]) -> dict[str, Content]:
    """The current content of each of `codes` that exists, whatever its status, in one query."""
    rows = ProcedureVersion.objects.filter(is_current=True, procedure__code__in=codes)
    return {
        code: Content.from_json(body) for code, body in rows.values_list("procedure__code", "body")
    }


def procedure_page(code: str) -> Page | None:
    """The page of procedure `code` in three queries; None where there is no such code."""
    version = (
        ProcedureVersion.objects.filter(procedure__code=code, is_current=True)
        .select_related("procedure__replaced_by")
        .first()
    )
    if version is None:
        return None
    replaced_by = version.procedure.replaced_by
    return Page(
        content=version.content,
        number=version.number,
        synced_at=version.synced_at,
        created_at=version.created_at,
        status=version.procedure.status,
        replaced_by=replaced_by.code if replaced_by else "",
        entry_key=version.entry_key,
        variants=_variants(version.entry_key, code),
        versions=_history(version.procedure_id),
    )


def _variants(entry_key: str, code: str) -> tuple[Variant, ...]:
    rows = (
        ProcedureVersion.objects.filter(
            entry_key=entry_key, is_current=True, procedure__status=Status.ACTIVE
        )
        .exclude(procedure__code=code)
        .values_list("procedure__code", "publisher")
    )
    found = [Variant(*row) for row in rows]
    return tuple(
        sorted(found, key=lambda each: (each.code != entry_key, each.publisher, each.code))
    )


def _history(procedure_id: int) -> tuple[VersionDate, ...]:
    rows = ProcedureVersion.objects.filter(procedure_id=procedure_id).order_by("-number")
    return tuple(VersionDate(*row) for row in rows.values_list("number", "created_at", "synced_at"))


def version(code: str, number: int) -> Version | None:
    """Version `number` (1, 2, ...) of procedure `code`; None where there is none."""
    row = ProcedureVersion.objects.filter(procedure__code=code, number=number).first()
    if row is None:
        return None
    return Version(row.number, row.content, row.created_at, row.synced_at, row.is_current)


def known() -> dict[str, Known]:
    """Every code of the catalogue, whatever its status, in one query."""
    rows = ProcedureVersion.objects.filter(is_current=True).select_related("procedure__replaced_by")
    light = rows.only(
        *("digest", "publisher", "name", "synced_at"),
        *("procedure__code", "procedure__status", "procedure__replaced_by__code"),
    )
    return {row.procedure.code: _known(row) for row in light.iterator(chunk_size=CHUNK)}


def _known(row: ProcedureVersion) -> Known:
    by = row.procedure.replaced_by
    return Known(
        digest=row.digest,
        status=row.procedure.status,
        replaced_by=by.code if by else "",
        publisher=row.publisher,
        name=row.name,
        synced_at=row.synced_at,
    )


def publications() -> Iterator[Publication]:
    """Every procedure by code, whatever its status, as an import would bring it in again."""
    rows = (
        ProcedureVersion.objects.filter(is_current=True)
        .order_by("procedure__code")
        .values_list("body", "synced_at", "procedure__status", "procedure__replaced_by__code")
    )
    for body, synced_at, status, by in rows.iterator(chunk_size=CHUNK):
        yield Publication(Content.from_json(body), synced_at, status, by or "")


def catalogue_digest() -> str:
    """Fingerprint of the active catalogue: changes whenever a code, content or entry does."""
    return CatalogueState.objects.values_list("digest", flat=True).first() or ""


def counts() -> Counts:
    """How many procedures there are by status, how many entries, the newest reading of a source."""
    by_status = Procedure.objects.aggregate(
        active=Count("id", filter=Q(status=Status.ACTIVE)),
        withdrawn=Count("id", filter=Q(status=Status.WITHDRAWN)),
        replaced=Count("id", filter=Q(status=Status.REPLACED)),
    )
    current = ProcedureVersion.objects.filter(is_current=True, procedure__status=Status.ACTIVE)
    rest = current.aggregate(entries=Count("entry_key", distinct=True), synced_at=Max("synced_at"))
    return Counts(**by_status, **rest)


def fields() -> list[tuple[str, int]]:
    """Fields of administration with their number of active procedures, the largest first."""
    rows = (
        ProcedureVersion.objects.filter(is_current=True, procedure__status=Status.ACTIVE)
        .exclude(field="")
        .values_list("field")
        .annotate(number=Count("id"))
        .order_by("-number", "field")
    )
    return [(field, number) for field, number in rows]


def names() -> set[str]:
    """The names of all active procedures and of their fields of administration."""
    current = ProcedureVersion.objects.filter(is_current=True, procedure__status=Status.ACTIVE)
    return {text for pair in current.values_list("name", "field") for text in pair if text}


def active_names(codes: Iterable[str]) -> dict[str, str]:
    """Code -> name of those of `codes` that are active procedures."""
    rows = ProcedureVersion.objects.filter(
        is_current=True, procedure__status=Status.ACTIVE, procedure__code__in=set(codes)
    )
    return dict(rows.values_list("procedure__code", "name"))


def is_empty() -> bool:
    """True where the catalogue has never held a procedure."""
    return not Procedure.objects.exists()
