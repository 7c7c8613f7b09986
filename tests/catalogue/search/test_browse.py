"""Looking through a field without a question."""

from collections.abc import Callable

import pytest

from lantoa.catalogue.procedures.content import Content
from lantoa.catalogue.search.answer import Filters
from lantoa.catalogue.search.browse import browse

Publish = Callable[..., Content]


@pytest.fixture
def civil_status(published: Publish) -> None:
    """Four procedures of one field and one of another."""
    published(code="1.000001", name="A tỉnh", levels=("Cấp Tỉnh",), audiences=("Doanh nghiệp",))
    published(code="1.000002", name="B xã", methods=())
    published(code="1.000003", name="A xã")
    published(code="1.000004", name="A riêng", publisher="Gia Lai")
    published(code="1.000005", name="Việc khác", field="Thuế")


def codes(**filters: object) -> list[str]:
    answer = browse(Filters(field="Hộ tịch", **filters), limit=10)
    return [result.code[-1] for result in answer.results]


def test_what_is_done_at_the_commune_comes_first_and_provinces_own_last(civil_status: None):
    assert codes() == ["3", "2", "1", "4"]


@pytest.mark.parametrize(
    ("filters", "left"),
    [
        ({"level": "Cấp Tỉnh"}, ["1"]),
        ({"audience": "Doanh nghiệp"}, ["1"]),
        ({"province": "Lào Cai"}, ["3", "2", "1"]),
        ({"online": True}, ["3", "1", "4"]),
    ],
)
def test_filters_narrow_what_is_browsed(
    filters: dict[str, object], left: list[str], civil_status: None
):
    assert codes(**filters) == left


def test_more_than_the_limit_is_counted_but_not_shown(civil_status: None):
    answer = browse(Filters(field="Hộ tịch"), limit=2)
    assert (len(answer.results), answer.total) == (2, 4)


def test_local_variants_are_listed_once(published: Publish):
    published()
    published(code="1.009999", publisher="Gia Lai")
    assert codes() == ["3"]
