"""Where the desk's navigation comes from.

The base template of the desk lives here, below every module that has desk pages; what stands in the
navigation, and for whom, is known above. So the portal hands over a function when it starts.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class Link:
    """One entry of the navigation; `current` where the page shown belongs to it."""

    label: str
    url: str
    current: bool = False


Provider = Callable[[HttpRequest], Sequence[Link]]


def _nothing(request: HttpRequest) -> Sequence[Link]:
    return ()


_provider: list[Provider] = [_nothing]


def provide(provider: Provider) -> None:
    """Let `provider` say, for a request, which links its person may use."""
    _provider[0] = provider


def links(request: HttpRequest) -> Sequence[Link]:
    """The links for the person behind `request`; none before a provider has registered."""
    return _provider[0](request)
