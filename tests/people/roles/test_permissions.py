"""May I? Decorators on views ask it on the server."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.urls import reverse
from django.views import View

from lantoa.people.accounts.models import Role, User
from lantoa.people.roles.queries import PUBLIC, SIGNED_IN, may, public, requires, signed_in


@requires("catalogue.import")
def guarded(request: HttpRequest) -> HttpResponse:
    return HttpResponse("inside")


@requires("catalogue.import")
class Guarded(View):
    """A class-based view."""

    def post(self, request: HttpRequest, number: int) -> HttpResponse:
        return HttpResponse(f"inside {number}")


def member(role: str = Role.ADMINISTRATOR, **state: Any) -> User:
    return User(username="an", role=role, created_at=datetime(2026, 1, 1, tzinfo=UTC), **state)


def request_by(user: User | AnonymousUser, method: str = "get") -> HttpRequest:
    request = getattr(RequestFactory(), method)("/ban-lam-viec/x/?a=1")
    request.user = user
    return request


@pytest.mark.parametrize(
    ("role", "permission", "allowed"),
    [
        (Role.ADMINISTRATOR, "catalogue.import", True),
        (Role.ADMINISTRATOR, "lexicon.edit", True),
        (Role.EDITOR, "lexicon.edit", True),
        (Role.EDITOR, "catalogue.import", False),
        (Role.EDITOR, "no.such.permission", False),
        ("no such role", "desk.open", False),
    ],
)
def test_a_role_may_what_the_list_says(role: str, permission: str, allowed: bool) -> None:
    assert may(member(role), permission) is allowed


@pytest.mark.parametrize("state", [{"is_active": False}, {"must_change_password": True}])
def test_who_left_or_has_a_one_time_password_may_nothing(state: dict[str, bool]) -> None:
    assert not may(member(**state), "desk.open")


def test_a_stranger_may_nothing() -> None:
    assert not may(AnonymousUser(), "desk.open")


def test_a_stranger_is_sent_to_sign_in_and_comes_back() -> None:
    response = guarded(request_by(AnonymousUser()))
    assert response.status_code == 302
    assert response["Location"] == f"{reverse('people:sign_in')}?next=/ban-lam-viec/x/%3Fa%3D1"


def test_who_must_change_the_password_is_sent_to_do_that() -> None:
    response = guarded(request_by(member(must_change_password=True)))
    assert response["Location"] == reverse("people:change_password")


@pytest.mark.parametrize("user", [member(Role.EDITOR), member(is_active=False)])
def test_who_lacks_the_right_is_refused(user: User) -> None:
    with pytest.raises(PermissionDenied):
        guarded(request_by(user))


def test_who_has_the_right_comes_in() -> None:
    assert guarded(request_by(member())).content == b"inside"


def test_a_class_of_views_is_guarded_in_every_method() -> None:
    view = Guarded.as_view()
    assert view(request_by(member(), "post"), number=4).content == b"inside 4"
    assert view(request_by(AnonymousUser(), "post"), number=4).status_code == 302
    assert view(request_by(AnonymousUser(), "delete"), number=4).status_code == 302


def test_function_and_class_state_their_permission() -> None:
    assert guarded.permission == Guarded.as_view().permission == "catalogue.import"
    assert public(lambda request: HttpResponse()).permission == PUBLIC
    assert signed_in(lambda request: HttpResponse()).permission == SIGNED_IN


def test_a_view_for_everybody_lets_a_stranger_in() -> None:
    view = public(lambda request: HttpResponse("open"))
    assert view(request_by(AnonymousUser())).content == b"open"


def test_a_view_for_the_signed_in_lets_one_time_passwords_in_and_strangers_not() -> None:
    view = signed_in(lambda request: HttpResponse("own"))
    assert view(request_by(member(must_change_password=True))).content == b"own"
    assert view(request_by(AnonymousUser())).status_code == 302


def test_a_permission_that_no_role_holds_is_a_mistake() -> None:
    with pytest.raises(ValueError, match=r"no\.such"):
        requires("no.such")
