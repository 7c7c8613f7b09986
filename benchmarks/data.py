"""The data that benchmarks run on: the real catalogue and questions beside the project."""

import csv
import gzip
import json
from pathlib import Path

from lantoa.catalogue.importing.normalise import normalised
from lantoa.catalogue.lexicon.shipped import FILE
from lantoa.catalogue.search.concepts import Lexicon
from lantoa.catalogue.search.documents import Document
from lantoa.catalogue.search.evaluation import Asked, load

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "data"
