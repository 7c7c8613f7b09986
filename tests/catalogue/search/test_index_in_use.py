"""Building the index from the database and noticing when it is behind."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings

from lantoa.catalogue.lexicon import actions as lexicon
from lantoa.catalogue.lexicon.shipped import Term
from lantoa.catalogue.search import actions, queries, store
from lantoa.catalogue.search.errors import IndexMissingError
from lantoa.core.jobs import registry
from tests.catalogue.conftest import BIRTH

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def index_folder(settings: LazySettings, tmp_path: Path) -> Path:
    settings.INDEX_DIR = tmp_path / "index"
    return settings.INDEX_DIR


def test_without_an_index_nothing_can_be_asked() -> None:
    with pytest.raises(IndexMissingError):
        queries.search("khai sinh")


def test_a_built_index_answers(published: Any, now: datetime) -> None:
    published()
    actions.ensure_index(now=now)
    assert queries.search("dang ky khai sinh").results[0].code == BIRTH.code


def test_an_index_that_is_up_to_date_is_not_built_again(published: Any, now: datetime) -> None:
    published()
    assert actions.ensure_index(now=now)
    assert not actions.ensure_index(now=now + timedelta(hours=1))
    assert queries.index_state().built_at == now


def test_a_changed_catalogue_leaves_the_index_behind(published: Any, now: datetime) -> None:
    published()
    actions.ensure_index(now=now)
    published(name="Đăng ký khai sinh lưu động")
    assert queries.index_state().stale
    actions.ensure_index(now=now)
    assert queries.search("luu dong").results[0].name == "Đăng ký khai sinh lưu động"


def test_an_editor_s_term_is_understood_once_the_index_is_built(
    published: Any, now: datetime
) -> None:
    published()
    term = Term("sinh cu tí", ("đăng ký khai sinh",), "colloquial", "all")
    lexicon.save_entries(by="lan", terms=[term], now=now)
    actions.ensure_index(now=now)
    result = queries.search("nhà em mới sinh cu tí").results[0]
    assert ("sinh cu tí", "đăng ký khai sinh") in result.via


def test_a_damaged_index_is_built_again(published: Any, now: datetime, index_folder: Path) -> None:
    published()
    actions.ensure_index(now=now)
    (index_folder / store.POINTER).write_text("{")
    assert actions.ensure_index(now=now)


def test_the_job_builds_the_index(published: Any) -> None:
    published()
    registry.find("catalogue.search.rebuild")()
    assert queries.index_state().entries == 1


def test_local_variants_are_gathered_under_their_head(published: Any, now: datetime) -> None:
    published(code="1.000100", name="Hiến đất")
    published(code="1.115001", name="Hiến đất", publisher="Gia Lai")
    actions.ensure_index(now=now)
    result = queries.search("hien dat").results[0]
    assert (result.code, result.variants) == ("1.000100", ("1.115001",))


def test_others_go_on_with_the_old_index_while_one_thread_reads_the_new(
    published: Any, now: datetime
) -> None:
    published()
    actions.ensure_index(now=now)
    old = queries.engine()
    actions.rebuild_index(now=now + timedelta(hours=1))
    with queries._loading:
        assert queries.engine() is old
    assert queries.engine() is not old
