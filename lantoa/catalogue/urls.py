"""Addresses of catalogue."""

from django.urls import URLPattern, URLResolver, include, path

app_name = "catalogue"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("lantoa.catalogue.procedures.urls")),
    path("", include("lantoa.catalogue.search.urls")),
    path("", include("lantoa.catalogue.lexicon.urls")),
    path("", include("lantoa.catalogue.importing.urls")),
]
