"""The nouns of the catalogue."""

from lantoa.catalogue.importing.models import ImportRow, ImportRun
from lantoa.catalogue.lexicon.models import LexiconEntry
from lantoa.catalogue.procedures.models import Procedure, ProcedureVersion

__all__ = ["ImportRow", "ImportRun", "LexiconEntry", "Procedure", "ProcedureVersion"]
