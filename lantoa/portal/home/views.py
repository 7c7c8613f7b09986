"""The pages citizens start from: home, and a journey for each life event."""

from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from lantoa.catalogue.starter.queries import LifeEvent, life_events
from lantoa.catalogue.starter.queries import life_event as find_life_event
from lantoa.people.roles.queries import public
from lantoa.portal.home.queries import everyday_fields


@public
def home(request: HttpRequest) -> HttpResponse:
    """One big search field is the page; below it, ways in for who cannot name the paper."""
    events = life_events()
    context = {"events": events, "fields": everyday_fields(_codes(events))}
    return render(request, "portal/home/home.html", context)


@public
def life_event(request: HttpRequest, slug: str) -> HttpResponse:
    """The procedures of one event of life, in the order they are done."""
    event = find_life_event(slug)
    if event is None:
        raise Http404
    return render(request, "portal/home/life_event.html", {"event": event})


def _codes(events: Iterable[LifeEvent]) -> list[str]:
    return [step.code for event in events for step in event.steps]
