"""Every address states who may open it; what is not public refuses a stranger."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from lantoa.people.roles.queries import PERMISSIONS, PUBLIC, SIGNED_IN

SAMPLES = {"IntConverter": 1, "UUIDConverter": "0" * 8 + "-0000-0000-0000-" + "0" * 12}
KNOWN = {PUBLIC, SIGNED_IN}.union(*PERMISSIONS.values())


@dataclass(frozen=True)
class Route:
    name: str
    permission: str
    arguments: tuple[tuple[str, object], ...]


def routes(resolver: URLResolver, spaces: tuple[str, ...] = ()) -> Iterator[Route]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            inner = (*spaces, entry.namespace) if entry.namespace else spaces
            yield from routes(entry, inner)
        else:
            yield route(entry, spaces)


def route(entry: URLPattern, spaces: tuple[str, ...]) -> Route:
    arguments = tuple(
        (name, SAMPLES.get(type(converter).__name__, "x"))
        for name, converter in entry.pattern.converters.items()
    )
    name = ":".join([*spaces, entry.name or str(entry.pattern)])
    return Route(name, getattr(entry.callback, "permission", ""), arguments)


ALL = list(routes(get_resolver()))
GUARDED = [route for route in ALL if route.permission not in (PUBLIC, "")]


@pytest.mark.parametrize("route", ALL, ids=lambda route: route.name)
def test_a_route_states_a_known_permission(route: Route) -> None:
    assert route.permission in KNOWN


@pytest.mark.django_db
@pytest.mark.parametrize("route", GUARDED, ids=lambda route: route.name)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_guarded_route_sends_a_stranger_to_sign_in(
    client: Client, route: Route, method: str
) -> None:
    response = getattr(client, method)(reverse(route.name, kwargs=dict(route.arguments)))
    assert response.status_code == 302
    assert response["Location"].startswith(reverse("people:sign_in"))
