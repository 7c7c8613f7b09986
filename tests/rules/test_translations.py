"""Every message of the source has its English, and the compiled catalogue is the written one."""

import polib
import pytest

from scripts import messages


@pytest.fixture(scope="module")
def catalogue() -> polib.POFile:
    return polib.pofile(str(messages.PO))


def test_each_message_is_in_the_catalogue_translated_with_the_same_placeholders(
    catalogue: polib.POFile,
) -> None:
    assert messages.problems(catalogue, messages.collect()) == []


def test_the_compiled_catalogue_is_the_written_one(catalogue: polib.POFile) -> None:
    assert not messages.compiled_differs(catalogue, messages.PO.with_suffix(".mo"))
