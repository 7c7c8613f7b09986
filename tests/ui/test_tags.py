"""Template tags and filters."""

from pathlib import Path

import pytest
from django.template import Context, Template
from django.test import RequestFactory, override_settings
from django.utils.translation import override

from lantoa.ui import assets, navigation

requests = RequestFactory()


def rendered(text: str, path: str = "/") -> str:
    return Template(text).render(Context({"request": requests.get(path), "nothing": None}))


def test_an_assets_address_changes_with_its_content():
    address = assets.asset_url("ui/lantoa.css")
    assert address.startswith("/static/ui/lantoa.css?v=")


def test_while_developing_the_digest_is_taken_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    file = tmp_path / "a.css"
    monkeypatch.setattr(assets.finders, "find", lambda path: str(file))
    with override_settings(DEBUG=True):
        file.write_text("a")
        first = assets.asset_url("a.css")
        file.write_text("b")
        assert assets.asset_url("a.css") != first


def test_a_missing_asset_has_no_digest():
    assert assets.asset_url("ui/none.css") == "/static/ui/none.css"


@pytest.mark.parametrize("name", ["number", "money", "short_date", "long_date", "published"])
def test_nothing_is_said_to_be_not_published(name: str):
    assert rendered(f"{{{{ nothing|{name} }}}}") == "cơ quan chưa công bố"


def test_filters_write_what_is_there():
    text = '{{ 5|duration:"day" }} {{ 1200|number }} {{ 5|money }} {{ "x"|published }}'
    assert rendered(text) == "5 ngày 1.200 5\u00a0đồng x"


def test_icons_are_hidden_from_screen_readers():
    assert 'aria-hidden="true"' in rendered('{% icon "search" %}')


def test_the_other_language_keeps_the_question():
    address = rendered('{% in_language "en" %}', "/tim-kiem/?q=a%20b")
    assert address == "/en/tim-kiem/?q=a%20b"


def test_a_page_that_does_not_exist_leads_to_the_other_languages_home():
    assert rendered('{% in_language "en" %}', "/khong-co/") == "/en/"


def test_from_english_the_way_leads_back():
    with override("en"):
        assert rendered('{% in_language "vi" %}', "/en/ui/") == "/ui/"


def test_without_a_request_there_is_a_home_and_no_navigation():
    text = '{% in_language "vi" %}{% desk_links as links %}{{ links|length }}'
    assert Template(text).render(Context()) == "/0"


def test_the_desks_navigation_comes_from_above(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(navigation, "_provider", [navigation._nothing])
    navigation.provide(lambda request: [navigation.Link("Hôm nay", request.path)])
    links = "{% desk_links as links %}{% for link in links %}{{ link.label }}{% endfor %}"
    assert rendered(links) == "Hôm nay"
