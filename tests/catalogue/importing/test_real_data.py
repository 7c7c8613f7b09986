"""The national list itself, read once: every odd case of its notes, counted as they count it."""

import json
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest

from lantoa.catalogue.importing.normalise.record import record
from lantoa.catalogue.importing.proposal import Row, propose
from lantoa.catalogue.importing.readers import read
from lantoa.catalogue.importing.writers import write
from lantoa.catalogue.procedures.content import Content
from lantoa.catalogue.procedures.entries import Candidate, entry_keys
from lantoa.catalogue.procedures.provinces import names
from lantoa.catalogue.procedures.publication import Publication

NAME = "procedures.jsonl.gz"


@dataclass(frozen=True)
class Reading:
    """All rows of the file and how long it took to work them out, in seconds."""

    rows: list[Row]
    seconds: float

    @property
    def publications(self) -> list[Publication]:
        return [row.publication for row in self.rows if row.publication]

    @property
    def contents(self) -> Iterator[Content]:
        return (one.content for one in self.publications)

    @property
    def problems(self) -> Counter[str]:
        return Counter(problem.code for row in self.rows for problem in set(row.problems))


@pytest.fixture(scope="session")
def national(shared_data: Path) -> Reading:
    """The whole list against an empty catalogue."""
    started = time.perf_counter()
    with (shared_data / NAME).open("rb") as stream:
        rows = propose(read(stream, NAME), {}, complete=True)
    return Reading(rows, time.perf_counter() - started)


def by_code(national: Reading) -> dict[str, Content]:
    return {content.code: content for content in national.contents}


def test_every_procedure_is_taken(national: Reading) -> None:
    assert Counter(row.outcome for row in national.rows) == {"new": 5757}


def test_malformed_codes_are_kept_and_flagged(national: Reading) -> None:
    assert national.problems["code_malformed"] == 3
    assert {"1.0133611", "1.014955-Xoa", "2.009182739"} <= by_code(national).keys()


def test_missing_parts_are_flagged(national: Reading) -> None:
    assert national.problems["dossier_missing"] == 96
    assert national.problems["levels_missing"] == 57


def test_raw_methods_and_dossiers_are_told_apart_or_kept_as_text(national: Reading) -> None:
    told = Counter(
        (bool(content.methods_text), bool(content.dossier_text)) for content in national.contents
    )
    assert national.problems["methods_as_text"] == told[True, False] + told[True, True] == 4
    assert national.problems["dossier_as_text"] == told[False, True] + told[True, True] < 25


def test_no_way_to_hand_in_costs_zero(national: Reading) -> None:
    fees = [fee for one in national.contents for method in one.methods for fee in method.fees]
    assert all(fee.amount or fee.note for fee in fees)
    assert not any(fee.amount == 0 for fee in fees)


def test_a_limit_has_a_unit_or_words_or_is_flagged(national: Reading) -> None:
    methods = [method for content in national.contents for method in content.methods]
    assert all(method.time_unit for method in methods if method.time_value)
    assert sum(bool(method.time_text) for method in methods) > 200


def test_laws_nobody_told_are_none(national: Reading) -> None:
    assert not any("Không có thông tin" in content.legal_text for content in national.contents)


def test_provinces_are_told_for_nearly_all_local_ones(national: Reading) -> None:
    publishers = Counter(content.publisher for content in national.contents)
    assert publishers.keys() - {""} - set(names()) == {"Địa phương chưa rõ"}
    assert publishers["Địa phương chưa rõ"] <= 10
    assert sum(publishers.values()) - publishers[""] > 850


def test_whose_procedure_it_is_agrees_with_hand_checked_ones(national: Reading) -> None:
    found = by_code(national)
    checked = {"1.115341": "Gia Lai", "1.115490": "Thanh Hóa", "1.115380": "Hà Nội"}
    assert {code: found[code].publisher for code in checked} == checked
    assert found["1.001193"].publisher == ""


def test_variants_of_several_provinces_are_one_entry(national: Reading) -> None:
    keys = entry_keys(
        Candidate(one.code, one.name, one.levels, one.publisher) for one in national.contents
    )
    assert keys["1.115203"] == keys["1.115350"] == "1.012786"
    assert 5400 < len(set(keys.values())) < 5500


def test_numbered_steps_begin_with_their_number(national: Reading) -> None:
    steps = by_code(national)["1.001193"].steps
    assert len(steps) > 1


def test_nothing_invisible_is_left(national: Reading) -> None:
    texts = (json.dumps(one.as_json(), ensure_ascii=False) for one in national.contents)
    assert not any(sign in text for text in texts for sign in ("\\t", "\u200e", "\u00a0", "\u00ad"))


def test_reading_what_was_read_changes_nothing(national: Reading) -> None:
    stream = BytesIO()
    write(stream, "x.jsonl", national.publications, notes=False)
    stream.seek(0)
    found = [record(line.number, line.raw or {}).content for line in read(stream, "x.jsonl")]
    assert found == list(national.contents)


def test_reading_stays_far_below_its_bar(national: Reading) -> None:
    assert national.seconds < 60
