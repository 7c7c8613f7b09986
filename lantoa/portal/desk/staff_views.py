"""The page staff start from."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from lantoa.people.roles.queries import may, requires
from lantoa.portal.desk.queries import today


@requires("desk.open")
@never_cache
def desk(request: HttpRequest) -> HttpResponse:
    """Today: what waits for this person, how things stand, what was done last."""
    now = timezone.now()
    stands = today(with_imports=may(request.user, "catalogue.import"), now=now)
    return render(request, "portal/desk/today.html", {"now": now, "today": stands})
