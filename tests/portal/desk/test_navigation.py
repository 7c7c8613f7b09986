"""The desk's navigation shows only what the person may do."""

from datetime import datetime

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from lantoa.people.accounts.models import User
from lantoa.people.roles.models import Role
from lantoa.portal.desk.navigation import desk_links


def links(user: User | AnonymousUser, path: str = "/ban-lam-viec/") -> list[str]:
    """Labels of the navigation, the current one starred."""
    request = RequestFactory().get(path)
    request.user = user
    return [link.label + "*" * link.current for link in desk_links(request)]


def person(role: Role, now: datetime, *, must_change: bool = False) -> User:
    return User(username="x", role=role, created_at=now, must_change_password=must_change)


def test_an_administrator_reaches_everything(now: datetime) -> None:
    assert links(person(Role.ADMINISTRATOR, now)) == ["Hôm nay*", "Nạp thủ tục", "Từ điển"]


def test_an_editor_reaches_no_imports(now: datetime) -> None:
    assert links(person(Role.EDITOR, now)) == ["Hôm nay*", "Từ điển"]


def test_who_must_change_the_password_reaches_nothing(now: datetime) -> None:
    assert links(person(Role.EDITOR, now, must_change=True)) == []


def test_strangers_see_no_navigation() -> None:
    assert links(AnonymousUser()) == []


@pytest.mark.parametrize("path", ["/ban-lam-viec/tu-dien/", "/ban-lam-viec/tu-dien/them/"])
def test_pages_below_a_place_belong_to_it(path: str, now: datetime) -> None:
    assert links(person(Role.EDITOR, now), path) == ["Hôm nay", "Từ điển*"]
