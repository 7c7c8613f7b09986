"""The desk's navigation: only what the person may do."""

from collections.abc import Sequence

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lantoa.people.roles.queries import may
from lantoa.ui.navigation import Link

# Label, name of the address, permission of the page behind it.
PLACES: tuple[tuple[Promise, str, str], ...] = (
    (_("Hôm nay"), "portal:desk", "desk.open"),
    (_("Nạp thủ tục"), "catalogue:imports", "catalogue.import"),
    (_("Từ điển"), "catalogue:lexicon", "lexicon.edit"),
)


def desk_links(request: HttpRequest) -> Sequence[Link]:
    """The places the person of the request may open, the one they are in marked as current."""
    desk = reverse("portal:desk")
    places = [(label, reverse(name)) for label, name, right in PLACES if may(request.user, right)]
    return [
        Link(str(label), url, _is_in(request.path, url, whole=url == desk)) for label, url in places
    ]


def _is_in(path: str, url: str, *, whole: bool) -> bool:
    """True where `path` is `url` or, unless it must be the whole of it, below it."""
    return path == url if whole else path.startswith(url)
