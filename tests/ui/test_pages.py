"""The shell of all pages, the living page, and pages for when things go wrong."""

import re
from collections import Counter
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.http import Http404
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.views import defaults
from django.views.csrf import csrf_failure

from lantoa.ui import gallery
from lantoa.ui.icons import ICONS


def test_a_page_names_its_language_and_the_same_page_in_the_other(client: Client):
    text = client.get("/ui/").content.decode()
    assert '<html lang="vi">' in text
    assert 'hreflang="en" href="http://testserver/en/ui/"' in text
    assert '<html lang="en">' in client.get("/en/ui/").content.decode()


def test_a_page_describes_itself_and_offers_to_skip_to_its_content(client: Client):
    text = client.get("/ui/").content.decode()
    assert '<meta name="description" content="H' in text
    assert text.index('href="#noi-dung"') < text.index('id="noi-dung"')


def test_the_policy_allows_only_what_comes_from_here(client: Client):
    policy = client.get("/ui/").headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy and "unsafe-inline" not in policy


def test_the_living_page_shows_every_icon_and_role(client: Client):
    text = client.get("/ui/").content.decode()
    assert text.count('<li class="role') == len(gallery.ROLES)
    assert all(f"{name}</li>" in text for name in ICONS)


def test_a_wrong_field_says_so_at_the_field_and_on_top(client: Client):
    text = client.get("/ui/").content.decode()
    assert 'href="#id_wrong-phone"' in text
    assert 'aria-describedby="id_wrong-phone_helptext id_wrong-phone_error"' in text
    assert 'id="id_wrong-phone_error"' in text


def test_a_page_that_is_not_there_offers_the_search_field(client: Client, db: None):
    response = client.get("/khong-co/")
    assert response.status_code == 404
    assert 'action="/tim-kiem/"' in response.content.decode()


def test_a_missing_page_in_english_is_in_english(client: Client, db: None):
    assert '<html lang="en">' in client.get("/en/khong-co/").content.decode()


def test_a_refused_page_says_whom_to_ask(rf: RequestFactory):
    response = defaults.permission_denied(rf.get("/"), Http404())
    assert "nhờ quản trị viên" in response.content.decode()


def test_an_expired_form_says_what_to_do(rf: RequestFactory):
    assert "tải lại rồi gửi lần nữa" in csrf_failure(rf.post("/")).content.decode()


@pytest.mark.parametrize("code", [400, 500])
def test_when_all_breaks_the_page_stands_by_itself_in_both_languages(code: int):
    text = render_to_string(f"{code}.html")
    assert 'lang="en"' in text and "Về trang chủ" in text and "<!doctype html>" in text


@pytest.mark.parametrize(("page", "home"), [("/ui/", "/"), ("/en/ui/", "/en/")])
def test_the_way_home_stays_in_the_language_of_the_page(client: Client, page: str, home: str):
    assert f'<ol>\n    <li><a href="{home}">' in client.get(page).content.decode()


def test_no_rule_of_the_style_sheet_undoes_another_with_the_same_selector():
    css = Path(str(finders.find("ui/lantoa.css"))).read_text("utf-8")
    selectors = re.findall(r"^([.a-z][^{}@]*) \{", css, re.MULTILINE)
    assert [one for one, times in Counter(selectors).items() if times > 1] == []
