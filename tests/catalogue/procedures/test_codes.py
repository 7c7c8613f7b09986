"""Codes of procedures."""

import pytest

from lantoa.catalogue.procedures.codes import is_usable, is_well_formed


@pytest.mark.parametrize("code", ["1.004194", "2.000815", "6.006717"])
def test_codes_of_the_national_list_are_well_formed(code: str) -> None:
    assert is_well_formed(code)
    assert is_usable(code)


@pytest.mark.parametrize("code", ["1.0133611", "1.014955-Xoa", "2.009182739", "1.00419"])
def test_other_codes_are_usable_all_the_same(code: str) -> None:
    assert not is_well_formed(code)
    assert is_usable(code)


@pytest.mark.parametrize("code", ["", "1/2", "../etc", "a b", "mã", ".hidden", "1" * 61, "1?x"])
def test_what_cannot_stand_in_an_address_is_unusable(code: str) -> None:
    assert not is_usable(code)
