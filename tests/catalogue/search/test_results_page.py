"""The results page: rows that explain themselves, filters, and honesty where nothing fits."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from lantoa.catalogue.procedures.content import Content
from lantoa.catalogue.search import views
from lantoa.catalogue.search.answer import Answer, Filters, Result
from lantoa.catalogue.search.errors import IndexMissingError

Publish = Callable[..., Content]

FOUND = Result(
    code="1.001193",
    name="Đăng ký khai sinh",
    score=0.9,
    field="Hộ tịch",
    levels=("Cấp Xã",),
    agency="Ủy ban nhân dân xã",
    online=True,
    publisher="",
    matched=("khai", "sinh"),
    via=(("giấy khai sinh", "đăng ký khai sinh"),),
)


class Engine:
    """Gives a prepared answer and remembers what it was asked."""

    def __init__(self) -> None:
        self.answer = Answer("khai sinh", 1.0, in_scope=True, results=(FOUND,), total=1)
        self.asked: list[dict[str, Any]] = []

    def __call__(self, text: str, *, limit: int, filters: Filters) -> Answer:
        self.asked.append({"text": text, "limit": limit, "filters": filters})
        return self.answer


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Engine:
    engine = Engine()
    monkeypatch.setattr(views, "find", engine)
    return engine


def page(client: Client, query: str = "?q=khai+sinh", prefix: str = "") -> str:
    response = client.get(f"{prefix}/tim-kiem/{query}")
    assert response.status_code == 200
    return response.content.decode()


def test_a_result_says_what_who_how_long_and_online(
    client: Client, engine: Engine, published: Publish
):
    published()
    text = page(client)
    for told in ("Ủy ban nhân dân xã", "5 ngày làm việc", "Nộp trực tuyến được"):
        assert told in text
    assert 'href="/thu-tuc/1.001193/"' in text and "1 thủ tục phù hợp" in text


def test_a_result_explains_itself(client: Client, engine: Engine, published: Publish):
    published()
    text = page(client)
    assert 'Hiểu <q lang="vi">giấy khai sinh</q> là <q lang="vi">đăng ký khai sinh</q>.' in text
    assert "Đăng ký <mark>khai sinh</mark>" in text


def test_how_words_were_understood_is_told_once(client: Client, engine: Engine, db: None):
    engine.answer = replace(engine.answer, results=(FOUND, replace(FOUND, code="1.2")))
    assert page(client).count("Hiểu <q") == 1


def test_local_variants_are_counted(client: Client, engine: Engine, published: Publish):
    published()
    local = replace(FOUND, variants=("2.1", "2.2"), publisher="Gia Lai")
    engine.answer = replace(engine.answer, results=(local,))
    text = page(client)
    assert "còn bản của 2 nơi khác" in text and "Gia Lai" in text


def test_a_result_whose_content_is_gone_is_still_shown(client: Client, engine: Engine, db: None):
    assert "Thời hạn chưa công bố" in page(client)


def test_the_question_and_lexicon_words_are_escaped(client: Client, engine: Engine, db: None):
    evil = "<script>x</script>"
    engine.answer = replace(engine.answer, results=(replace(FOUND, via=((evil, evil),)),))
    text = page(client, f"?q={evil}")
    assert "<script" not in text and 'value="&lt;script&gt;' in text


def test_the_page_asks_the_database_at_most_twice(
    client: Client,
    engine: Engine,
    published: Publish,
    django_assert_max_num_queries: DjangoAssertNumQueries,
):
    published()
    engine.answer = replace(engine.answer, results=(FOUND,) * 10)
    page(client)
    with django_assert_max_num_queries(2):
        page(client)


def test_filters_reach_the_engine(client: Client, engine: Engine, published: Publish):
    published()
    page(
        client,
        "?q=x&level=C%E1%BA%A5p+X%C3%A3&province=Gia+Lai&online=on&field=H%E1%BB%99+t%E1%BB%8Bch",
    )
    assert engine.asked[0]["filters"] == Filters(
        level="Cấp Xã", province="Gia Lai", online=True, field="Hộ tịch"
    )


def test_a_filter_that_is_not_on_offer_narrows_nothing(client: Client, engine: Engine, db: None):
    page(client, "?q=x&level=Cấp+Trời")
    assert engine.asked[0]["filters"] == Filters()


def test_filters_that_narrow_are_named_and_can_be_dropped(client: Client, engine: Engine, db: None):
    text = page(client, "?q=khai+sinh&online=on&level=C%E1%BA%A5p+X%C3%A3")
    assert '<span class="tag tag-brand">cấp xã</span>' in text
    assert '<span class="tag tag-brand">Chỉ thủ tục nộp trực tuyến được</span>' in text
    assert 'href="/tim-kiem/?q=khai%20sinh"' in text


def test_more_results_are_one_link_away(client: Client, engine: Engine, db: None):
    engine.answer = replace(engine.answer, total=45)
    text = page(client)
    assert engine.asked[0]["limit"] == 10
    assert 'href="?q=khai+sinh&amp;n=20#r1"' in text


@pytest.mark.parametrize(("asked", "limit"), [("20", 20), ("999", 50), ("-3", 10), ("x", 10)])
def test_the_number_of_results_stays_within_bounds(
    asked: str, limit: int, client: Client, engine: Engine, db: None
):
    engine.answer = replace(engine.answer, total=400)
    text = page(client, f"?q=x&n={asked}")
    assert engine.asked[0]["limit"] == limit
    assert ("Xem thêm" in text) == (limit < 50)


def test_out_of_scope_is_said_and_the_nearest_shown_as_such(
    client: Client, engine: Engine, db: None
):
    engine.answer = replace(engine.answer, in_scope=False)
    text = page(client, "?q=pizza")
    assert "Chưa tìm thấy thủ tục phù hợp" in text
    assert text.index("1800 1096") < text.index("có thể không đúng việc bạn cần")
    assert "thủ tục phù hợp</h1>" in text and "mất căn cước" in text


def test_only_the_three_nearest_are_shown_out_of_scope(client: Client, engine: Engine, db: None):
    engine.answer = replace(engine.answer, in_scope=False, results=(FOUND,) * 10)
    assert page(client, "?q=pizza").count('class="result"') == 3


def test_nothing_within_the_filters_offers_to_drop_them(client: Client, engine: Engine, db: None):
    engine.answer = Answer("x", 1.0, in_scope=True, results=())
    assert "Bỏ bộ lọc" in page(client, "?q=x&online=on")


def test_an_empty_question_teaches_how_to_ask(client: Client, engine: Engine, db: None):
    assert "Hỏi bằng lời của bạn" in page(client, "?q=+")
    assert engine.asked == []


def test_a_field_alone_can_be_browsed(client: Client, engine: Engine, published: Publish):
    published()
    published(code="1.2", name="Việc khác", field="Thuế")
    text = page(client, "?field=H%E1%BB%99+t%E1%BB%8Bch")
    assert "1 thủ tục phù hợp" in text and "Đăng ký khai sinh" in text and engine.asked == []


def test_a_long_question_is_read_to_its_500th_character(client: Client, engine: Engine, db: None):
    assert "Câu hỏi hơi dài" in page(client, "?q=" + "dài+" * 200)
    assert len(engine.asked[0]["text"]) == 500


def test_a_zero_byte_does_no_harm(client: Client, engine: Engine, db: None):
    page(client, "?q=khai%00sinh&level=%00")
    assert engine.asked[0]["text"] == "khai sinh"


def test_without_an_index_the_page_asks_for_patience(
    client: Client, db: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    def missing(*args: Any, **kwargs: Any) -> Answer:
        raise IndexMissingError(tmp_path)

    monkeypatch.setattr(views, "find", missing)
    response = client.get("/tim-kiem/?q=x")
    assert (response.status_code, response.headers["Retry-After"]) == (503, "60")
    assert "đang được chuẩn bị" in response.content.decode()


def test_results_are_kept_out_of_search_engines(client: Client, engine: Engine, db: None):
    assert 'content="noindex"' in page(client)
