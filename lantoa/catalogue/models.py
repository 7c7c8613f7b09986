"""The nouns of the catalogue."""

from lantoa.catalogue.importing.models import ImportRow, ImportRun
from lantoa.catalogue.lexicon.models import LexiconEntry
from lantoa.catalogue.procedures.models import CatalogueState, Procedure, ProcedureVersion

__all__ = [
    "CatalogueState",
    "ImportRow",
    "ImportRun",
    "LexiconEntry",
    "Procedure",
    "ProcedureVersion",
]
