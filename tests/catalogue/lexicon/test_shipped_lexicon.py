"""The lexicon that comes with the product is sane."""

import csv
import gzip
import json
import re

import pytest

from lantoa.catalogue.lexicon import rules, shipped
from lantoa.catalogue.lexicon.models import Kind, Region
from lantoa.catalogue.lexicon.shipped import HEADER, Term, shipped_terms
from lantoa.core.text.vietnamese import fold

PROCEDURE_CODE = re.compile(r"\d\.\d{6}")


@pytest.fixture(scope="module")
def terms() -> list[Term]:
    return list(shipped_terms(shipped.FILE).values())


def test_it_has_at_least_600_terms(terms: list[Term]) -> None:
    assert len(terms) >= 600


def test_no_two_terms_are_one_without_marks() -> None:
    with shipped.FILE.open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream)
        folded = [fold(row["term"]) for row in rows]
    assert tuple(rows.fieldnames or ()) == HEADER
    assert len(set(folded)) == len(folded)


def test_kinds_and_regions_are_known(terms: list[Term]) -> None:
    assert {term.kind for term in terms} <= set(Kind.values)
    assert {term.region for term in terms} <= set(Region.values)


def test_it_names_no_procedure_code(terms: list[Term]) -> None:
    assert not [t for t in terms if PROCEDURE_CODE.search(" ".join((t.term, *t.officials)))]


def test_terms_are_short_enough_to_be_reused(terms: list[Term]) -> None:
    assert not [term.term for term in terms if len(fold(term.term).split()) > rules.MOST_WORDS]


def test_only_well_known_abbreviations_are_very_short(terms: list[Term]) -> None:
    short = {t.term for t in terms if len(fold(t.term).replace(" ", "")) < rules.SHORTEST}
    assert short <= {"c/o"}


def test_every_term_stands_for_something_an_editor_could_write_too(terms: list[Term]) -> None:
    assert not [term.term for term in terms if rules.official_problem(term.officials)]


def test_most_of_it_leads_to_names_of_real_procedures(shared_data, terms: list[Term]) -> None:
    with gzip.open(shared_data / "procedures.jsonl.gz", "rt", encoding="utf-8") as stream:
        names = " \n ".join(fold(json.loads(line)["name"]) for line in stream)
    missed = [term.term for term in terms if fold(term.officials[0]) not in names]
    assert len(missed) <= 0.05 * len(terms)
