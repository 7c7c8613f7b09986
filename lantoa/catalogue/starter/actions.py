"""Loading the catalogue that comes with the product."""

from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Final

from django.db import transaction

from lantoa.catalogue.importing import actions as importing
from lantoa.catalogue.importing.proposal import NEW
from lantoa.catalogue.importing.queries import preview
from lantoa.catalogue.procedures.queries import is_empty

FOLDER: Final = Path(__file__).parent / "data"
FILES: Final = ("procedures_a.jsonl", "procedures_b.jsonl")
NAME: Final = "starter.jsonl"
ACTOR: Final = "system"


@transaction.atomic
def load_starter(*, now: datetime) -> int:
    """Bring in the product's own procedures where the catalogue is empty, by an import like any
    other.

    Returns how many were loaded; 0 where procedures of any kind are there already. Raises
    ImportingError where the product's own files are damaged.
    """
    if not is_empty():
        return 0
    whole = b"".join((FOLDER / file).read_bytes() for file in FILES)
    found = preview(BytesIO(whole), NAME, complete=False)
    run = importing.keep_proposal(
        by=ACTOR, name=NAME, stream=BytesIO(whole), complete=False, found=found, now=now
    )
    importing.apply_import(import_id=run.id, by=ACTOR, now=now)
    return found.counts[NEW]
