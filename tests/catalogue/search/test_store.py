"""The index on disk."""

from datetime import datetime
from pathlib import Path

import pytest

from lantoa.catalogue.search import store
from lantoa.catalogue.search.engine import Engine
from lantoa.catalogue.search.errors import IndexDamagedError, IndexMissingError

QUESTIONS = ("lam lai bang lai", "đăng ký khai sinh", "mở quán cà phê", "thời tiết")


def save(engine: Engine, folder: Path, now: datetime, fingerprint: str = "a") -> store.Stamp:
    return store.save(engine.index, folder, fingerprint=fingerprint, now=now)


def test_a_stored_index_answers_as_before(engine: Engine, tmp_path: Path, now: datetime) -> None:
    save(engine, tmp_path, now)
    again = Engine(store.load(tmp_path))
    for question in QUESTIONS:
        assert again.search(question).results == engine.search(question).results


def test_the_stamp_says_what_it_was_built_from(
    engine: Engine, tmp_path: Path, now: datetime
) -> None:
    save(engine, tmp_path, now, "catalogue:lexicon")
    stamp = store.stamp(tmp_path)
    assert stamp and (stamp.fingerprint, stamp.moment) == ("catalogue:lexicon", now)


def test_a_new_index_takes_the_place_of_the_old(
    engine: Engine, tmp_path: Path, now: datetime
) -> None:
    save(engine, tmp_path, now)
    newer = save(engine, tmp_path, now, "b")
    assert store.stamp(tmp_path) == newer
    assert [each.name for each in tmp_path.glob("index-*")] == [newer.folder]


def test_no_index_is_said(tmp_path: Path) -> None:
    assert store.stamp(tmp_path) is None
    with pytest.raises(IndexMissingError, match="lantoa search build"):
        store.load(tmp_path)


@pytest.mark.parametrize("file", ["arrays.npz", "facts.json"])
def test_a_damaged_index_is_said(engine: Engine, tmp_path: Path, now: datetime, file: str) -> None:
    stamp = save(engine, tmp_path, now)
    (tmp_path / stamp.folder / file).write_bytes(b"not what it was")
    with pytest.raises(IndexDamagedError, match="lantoa search build"):
        store.load(tmp_path)


def test_a_damaged_pointer_is_said(tmp_path: Path) -> None:
    (tmp_path / store.POINTER).write_text("{")
    with pytest.raises(IndexDamagedError):
        store.stamp(tmp_path)
