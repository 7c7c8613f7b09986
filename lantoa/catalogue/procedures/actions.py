"""Changing the catalogue: the one door through which procedures and their versions are written."""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from lantoa.catalogue.procedures.codes import is_well_formed
from lantoa.catalogue.procedures.entries import Candidate, entry_keys
from lantoa.catalogue.procedures.errors import CatalogueChangedError
from lantoa.catalogue.procedures.models import CatalogueState, Procedure, ProcedureVersion, Status
from lantoa.catalogue.procedures.publication import Publication
from lantoa.core.audit.actions import record

BATCH = 500


@transaction.atomic
def publish(
    *,
    publications: Iterable[Publication],
    by: str,
    now: datetime,
    withdrawn: Collection[str] = (),
    read_days: Mapping[str, date] | None = None,
    expected_digest: str | None = None,
) -> str:
    """Write what is published: a content that differs becomes the next version of its code.

    `withdrawn`: codes no longer in force; their page stays. `read_days`: code -> day on which its
    source was read again and found equal. Returns the catalogue's new digest.
    Raises CatalogueChangedError where the catalogue's digest is not `expected_digest`, if given.
    """
    state = _lock(now)
    if expected_digest is not None and state.digest != expected_digest:
        raise CatalogueChangedError
    given = {one.content.code: one for one in publications}
    _add_codes(given)
    versions = _write_versions(given, now)
    days = {code: one.synced_at for code, one in given.items() if one.synced_at}
    _set_read_days({**days, **(read_days or {})})
    _set_statuses(given, withdrawn)
    _group_entries()
    state.digest, state.changed_at = _digest(), now
    state.save()
    details = {"given": len(given), "versions": versions, "withdrawn": len(withdrawn)}
    record(
        actor=by,
        action="catalogue.procedures.publish",
        subject="catalogue",
        now=now,
        details=details,
    )
    return state.digest


def _lock(now: datetime) -> CatalogueState:
    """The state row, held until the transaction ends, so that two changes cannot cross."""
    CatalogueState.objects.get_or_create(id=CatalogueState.ONLY, defaults={"changed_at": now})
    return CatalogueState.objects.select_for_update().get(id=CatalogueState.ONLY)


def _add_codes(given: Collection[str]) -> None:
    known = set(Procedure.objects.values_list("code", flat=True))
    new = [code for code in given if code not in known]
    rows = (Procedure(code=code, code_well_formed=is_well_formed(code)) for code in new)
    Procedure.objects.bulk_create(rows, batch_size=BATCH)


def _write_versions(given: dict[str, Publication], now: datetime) -> int:
    """Close the versions that differ from what is given, open the next; how many were opened."""
    current = {
        code: (key, number, digest)
        for code, key, number, digest in ProcedureVersion.objects.filter(
            is_current=True
        ).values_list("procedure__code", "id", "number", "digest")
    }
    differing = [
        code
        for code, one in given.items()
        if code not in current or current[code][2] != one.content.digest
    ]
    _close([current[code][0] for code in differing if code in current])
    ids = dict(Procedure.objects.values_list("code", "id"))
    for start in range(0, len(differing), BATCH):
        batch = differing[start : start + BATCH]
        ProcedureVersion.objects.bulk_create(
            _version(given[code], ids[code], current[code][1] + 1 if code in current else 1, now)
            for code in batch
        )
    return len(differing)


def _close(keys: Sequence[int]) -> None:
    for start in range(0, len(keys), BATCH):
        ProcedureVersion.objects.filter(id__in=keys[start : start + BATCH]).update(is_current=False)


def _version(one: Publication, procedure_id: int, number: int, now: datetime) -> ProcedureVersion:
    content = one.content
    return ProcedureVersion(
        procedure_id=procedure_id,
        number=number,
        name=content.name,
        field=content.field[:300],
        entry_key=content.code,
        publisher=content.publisher,
        body=content.as_json(),
        digest=content.digest,
        synced_at=one.synced_at,
        created_at=now,
    )


def _set_read_days(days: Mapping[str, date]) -> None:
    """An equal content read again later is no new version, but known to hold for longer."""
    codes: dict[date, list[str]] = defaultdict(list)
    for code, day in days.items():
        codes[day].append(code)
    for day, same in codes.items():
        older = Q(synced_at__isnull=True) | Q(synced_at__lt=day)
        for start in range(0, len(same), BATCH):
            ProcedureVersion.objects.filter(
                older, is_current=True, procedure__code__in=same[start : start + BATCH]
            ).update(synced_at=day)


def _set_statuses(given: dict[str, Publication], withdrawn: Collection[str]) -> None:
    wanted = {code: (one.status, one.replaced_by) for code, one in given.items()}
    wanted |= dict.fromkeys(withdrawn, (Status.WITHDRAWN.value, ""))
    procedures = {one.code: one for one in Procedure.objects.all()}
    changed = []
    for code, (status, replaced_by) in wanted.items():
        procedure = procedures[code]
        successor = procedures[replaced_by].id if status == Status.REPLACED else None
        if (procedure.status, procedure.replaced_by_id) != (status, successor):
            procedure.status, procedure.replaced_by_id = status, successor
            changed.append(procedure)
    Procedure.objects.bulk_update(changed, ["status", "replaced_by"], batch_size=BATCH)


def _group_entries() -> None:
    """Give every version its entry's key; which codes are one depends on all the others."""
    rows = ProcedureVersion.objects.filter(is_current=True).select_related("procedure")
    light = list(
        rows.only("name", "publisher", "entry_key", "procedure__code", "procedure__status")
    )
    levels = dict(rows.values_list("id", "body__levels"))
    keys = entry_keys(
        Candidate(row.procedure.code, row.name, tuple(levels[row.id] or ()), row.publisher)
        for row in light
        if row.procedure.status == Status.ACTIVE
    )
    changed = []
    for row in light:
        key = keys.get(row.procedure.code, row.procedure.code)
        if row.entry_key != key:
            row.entry_key = key
            changed.append(row)
    ProcedureVersion.objects.bulk_update(changed, ["entry_key"], batch_size=BATCH)


def _digest() -> str:
    rows = ProcedureVersion.objects.filter(is_current=True, procedure__status=Status.ACTIVE)
    whole = hashlib.sha256()
    for row in rows.order_by("procedure__code").values_list(
        "procedure__code", "digest", "entry_key"
    ):
        whole.update("\0".join(row).encode())
    return whole.hexdigest()
