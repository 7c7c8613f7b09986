"""Addresses of portal."""

from django.urls import URLPattern, URLResolver, include, path

app_name = "portal"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("lantoa.portal.home.urls")),
    path("", include("lantoa.portal.desk.urls")),
]
