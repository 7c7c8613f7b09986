"""All addresses: citizens' pages in two languages, the desk, health."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

from lantoa.core.ops.views import healthz, readyz
from lantoa.people.roles.queries import public

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", public(healthz), name="healthz"),
    path("readyz", public(readyz), name="readyz"),
    *i18n_patterns(
        path("", include("lantoa.portal.urls")),
        path("", include("lantoa.catalogue.urls")),
        path("", include("lantoa.people.urls")),
        prefix_default_language=False,
    ),
]
