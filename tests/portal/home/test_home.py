"""Home and life events."""

from collections.abc import Iterable
from datetime import date, datetime

import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from lantoa.catalogue.procedures.actions import publish
from lantoa.catalogue.procedures.content import Content
from lantoa.catalogue.procedures.publication import Publication
from lantoa.portal.home.queries import everyday_fields


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    cache.clear()


@pytest.fixture
def catalogue(db: None, now: datetime) -> None:
    """Two procedures of the life event "Sinh con" and one of none."""
    rows = [
        ("1.001193", "Đăng ký khai sinh", "Hộ tịch"),
        ("1.004222", "ĐĂNG KÝ THƯỜNG TRÚ", "Cư trú"),
        ("9.000001", "Việc khác", "Hải quan"),
    ]
    contents = (Content(code=code, name=name, field=field) for code, name, field in rows)
    publications = [Publication(content, date(2026, 7, 18)) for content in contents]
    publish(publications=publications, by="test", now=now)


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_the_search_field_is_the_page(client: Client, catalogue: None):
    text = page(client, "/")
    assert '<label for="q">Bạn cần làm giấy tờ gì?</label>' in text
    assert text.index('name="q"') < text.index("Việc lớn trong đời")


def test_home_opens_life_events_and_everyday_fields(client: Client, catalogue: None):
    text = page(client, "/")
    assert 'href="/su-kien/sinh-con/"' in text
    assert "field=H%E1%BB%99%20t%E1%BB%8Bch" in text and "Hải quan" not in text


def test_home_of_an_empty_catalogue_is_only_the_search_field(client: Client, db: None):
    text = page(client, "/")
    assert 'name="q"' in text and "Việc lớn trong đời" not in text


def test_home_asks_the_database_little(
    client: Client, catalogue: None, django_assert_max_num_queries: DjangoAssertNumQueries
):
    page(client, "/")
    with django_assert_max_num_queries(2):
        page(client, "/")


@pytest.mark.parametrize("codes", [["1.001193", "1.004222"], []])
def test_everyday_fields_are_those_of_the_codes_given(codes: Iterable[str], catalogue: None):
    assert set(everyday_fields(codes)) == ({"Hộ tịch", "Cư trú"} if codes else set())


def test_a_life_event_lists_its_procedures_in_order(client: Client, catalogue: None):
    text = page(client, "/su-kien/sinh-con/")
    assert text.index("/thu-tuc/1.001193/") < text.index("/thu-tuc/1.004222/")
    assert "Đăng ký thường trú" in text


def test_a_life_event_is_told_in_english_too(client: Client, catalogue: None):
    text = page(client, "/en/su-kien/sinh-con/")
    assert "<h1>Having a baby</h1>" in text and 'href="/en/thu-tuc/1.001193/"' in text


def test_an_unknown_life_event_is_not_found(client: Client, catalogue: None):
    assert client.get("/su-kien/len-mat-trang/").status_code == 404
