"""Addresses of people."""

from django.urls import URLPattern, URLResolver, include, path

app_name = "people"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("lantoa.people.accounts.urls")),
]
