"""Signing in and out, changing one's password."""

from typing import Any, cast

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render, resolve_url
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from lantoa.people.accounts import actions, queries
from lantoa.people.accounts.addresses import client_address
from lantoa.people.accounts.errors import AccountError
from lantoa.people.accounts.forms import ChangePasswordForm, SignInForm
from lantoa.people.accounts.models import User
from lantoa.people.roles.queries import public, signed_in


@public
@method_decorator([never_cache, sensitive_post_parameters("password")], name="dispatch")
class SignIn(View):
    """The sign-in page. It leads on to `next` where that is an address of this site."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """The form; straight on for who is signed in."""
        if request.user.is_authenticated:
            return HttpResponseRedirect(destination(request))
        return self.page(request, SignInForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        """Sign in, or say that it did not work."""
        form = SignInForm(request.POST)
        if not form.is_valid():
            return self.page(request, form)
        try:
            actions.sign_in(request=request, **form.cleaned_data, now=timezone.now())
        except AccountError as error:
            form.add_error(None, str(error))
            return self.page(request, form)
        return HttpResponseRedirect(destination(request))

    def page(self, request: HttpRequest, form: SignInForm) -> HttpResponse:
        """The page with `form` on it."""
        context = {"form": form, "next": sent_next(request)}
        return render(request, "people/accounts/sign_in.html", context)


@public
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session; back to the sign-in page, which says so."""
    actions.sign_out(request=request, now=timezone.now())
    messages.success(request, _("Bạn đã đăng xuất."))
    return redirect("people:sign_in")


@signed_in
@method_decorator([never_cache, sensitive_post_parameters()], name="dispatch")
class ChangePassword(View):
    """One's own password. Who has a one-time one sees nothing else before this is done."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """The form."""
        return self.page(request, ChangePasswordForm(user=cast(User, request.user)))

    def post(self, request: HttpRequest) -> HttpResponse:
        """Change it and stay signed in here, under a new session key; elsewhere sessions end."""
        user = cast(User, request.user)
        form = ChangePasswordForm(request.POST, user=user)
        if not form.is_valid():
            return self.page(request, form)
        current, new = form.cleaned_data["current"], form.cleaned_data["new"]
        try:
            actions.change_password(
                request=request, user=user, current=current, new=new, now=timezone.now()
            )
        except AccountError as error:
            form.add_error("current", str(error))
            return self.page(request, form)
        update_session_auth_hash(request, user)
        messages.success(request, _("Đã đổi mật khẩu. Từ lần sau hãy đăng nhập bằng mật khẩu mới."))
        return redirect("portal:desk")

    def page(self, request: HttpRequest, form: ChangePasswordForm) -> HttpResponse:
        """The page with `form` on it."""
        return render(request, "people/accounts/change_password.html", {"form": form})


def locked(request: HttpRequest, response: Any, credentials: dict[str, Any] | None) -> HttpResponse:
    """The page of a lock, called by axes: says for how many minutes (429 with Retry-After)."""
    minutes = queries.minutes_locked(
        username=(credentials or {}).get("username", ""),
        address=client_address(request),
        now=timezone.now(),
    )
    page = render(request, "people/accounts/locked.html", {"minutes": minutes}, status=429)
    page["Retry-After"] = str(minutes * 60)
    return page


def sent_next(request: HttpRequest) -> str:
    """The `next` of the request where it leads to this site, else "": no open redirect."""
    target = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(
        target, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return target if safe else ""


def destination(request: HttpRequest) -> str:
    """Where to go once signed in."""
    return sent_next(request) or resolve_url("portal:desk")
