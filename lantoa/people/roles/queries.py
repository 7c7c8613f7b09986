"""The one place that says who may do what. Views, the API and jobs all ask `may`.

Every view states its permission with one of the decorators here, for functions and classes alike:

    @public
    def home(request): ...

    @requires("lexicon.edit")
    class EditEntry(View): ...

A test walks all routes and fails where `view.permission` is missing.
"""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.decorators import method_decorator

from lantoa.people.roles.models import Role

if TYPE_CHECKING:  # accounts stands on roles, not the other way round
    from lantoa.people.accounts.models import User

PERMISSIONS: dict[str, frozenset[str]] = {
    Role.ADMINISTRATOR: frozenset({"desk.open", "catalogue.import", "lexicon.edit"}),
    Role.EDITOR: frozenset({"desk.open", "lexicon.edit"}),
}
PUBLIC = "public"
SIGNED_IN = "signed_in"

V = TypeVar("V", bound=Callable[..., Any])
ViewFunction = Callable[..., HttpResponseBase]
Guard = Callable[[HttpRequest], HttpResponseBase | None]


def may(user: "User | AnonymousUser", permission: str) -> bool:
    """True where `user` is active and holds `permission`. Anything not listed is refused."""
    if isinstance(user, AnonymousUser) or not user.is_active or user.must_change_password:
        return False
    return permission in PERMISSIONS.get(user.role, frozenset())


def public(view: V) -> V:
    """State that anybody may open the view."""
    return _guarded(view, PUBLIC, _let_pass)


def signed_in(view: V) -> V:
    """State that any member of staff may open the view, even one who must change the password."""
    return _guarded(view, SIGNED_IN, _refuse_anonymous)


def requires(permission: str) -> Callable[[V], V]:
    """State the permission a view needs, and enforce it.

    Who is not signed in goes to the sign-in page and comes back; who must change the password goes
    to do that; who lacks the right gets 403.
    """
    if not any(permission in granted for granted in PERMISSIONS.values()):
        raise ValueError(f"no role holds the permission {permission!r}")

    def guard(request: HttpRequest) -> HttpResponseBase | None:
        user = request.user
        if isinstance(user, AnonymousUser):
            return _refuse_anonymous(request)
        if user.is_active and user.must_change_password:
            return redirect("people:change_password")
        if not may(user, permission):
            raise PermissionDenied(permission)
        return None

    def decorate(view: V) -> V:
        return _guarded(view, permission, guard)

    return decorate


def _let_pass(request: HttpRequest) -> HttpResponseBase | None:
    return None


def _refuse_anonymous(request: HttpRequest) -> HttpResponseBase | None:
    if request.user.is_authenticated:
        return None
    return redirect_to_login(request.get_full_path(), settings.LOGIN_URL)


def _guarded(view: V, permission: str, guard: Guard) -> V:
    """The view behind its guard, saying its permission in `view.permission`."""

    def decorate(function: ViewFunction) -> ViewFunction:
        @wraps(function)
        def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            refusal = guard(request)
            return function(request, *args, **kwargs) if refusal is None else refusal

        checked.permission = permission  # type: ignore[attr-defined]
        return checked

    if isinstance(view, type):
        return cast(V, method_decorator(decorate, name="dispatch")(view))
    return cast(V, decorate(view))
