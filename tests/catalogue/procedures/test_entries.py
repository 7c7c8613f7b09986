"""Same name is not same procedure."""

import pytest

from lantoa.catalogue.procedures.entries import Candidate, entry_keys

COMMUNE = ("Cấp Xã",)


def one(code: str, publisher: str = "", name: str = "Tách thửa", levels=COMMUNE) -> Candidate:
    return Candidate(code, name, levels, publisher)


def test_provinces_variants_go_with_the_national_procedure() -> None:
    keys = entry_keys([one("3.000002", "Gia Lai"), one("1.000009"), one("3.000001", "Huế")])
    assert set(keys.values()) == {"1.000009"}


def test_variants_alone_are_headed_by_the_lowest_code() -> None:
    keys = entry_keys([one("3.000002", "Gia Lai"), one("3.000001", "Huế")])
    assert keys == {"3.000002": "3.000001", "3.000001": "3.000001"}


def test_two_national_ones_of_one_name_stay_apart() -> None:
    assert entry_keys([one("1.000001"), one("2.000001")]) == {
        "1.000001": "1.000001",
        "2.000001": "2.000001",
    }


def test_variants_beside_two_national_ones_make_an_entry_of_their_own() -> None:
    keys = entry_keys([one("1.000001"), one("2.000001"), one("3.1", "Huế"), one("3.2", "Gia Lai")])
    assert (keys["3.1"], keys["3.2"], keys["1.000001"]) == ("3.1", "3.1", "1.000001")


def test_another_level_is_another_procedure() -> None:
    keys = entry_keys([one("1.000001"), one("3.000001", "Huế", levels=("Cấp Tỉnh",))])
    assert keys["3.000001"] == "3.000001"


def test_levels_are_compared_whatever_their_order() -> None:
    both = ("Cấp Tỉnh", "Cấp Xã")
    keys = entry_keys([one("1.1", levels=both), one("3.1", "Huế", levels=both[::-1])])
    assert keys["3.1"] == "1.1"


@pytest.mark.parametrize("name", ["TÁCH THỬA", "Tách thửa.", "tách  thửa", "Tach thua"])
def test_names_are_compared_without_marks_case_and_signs(name: str) -> None:
    assert entry_keys([one("1.1"), one("3.1", "Huế", name=name)])["3.1"] == "1.1"


def test_another_name_is_another_procedure() -> None:
    assert entry_keys([one("1.1"), one("3.1", "Huế", name="Hợp thửa")])["3.1"] == "3.1"


def test_no_procedures_make_no_entries() -> None:
    assert entry_keys([]) == {}
