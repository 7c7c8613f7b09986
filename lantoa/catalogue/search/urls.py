"""Addresses of search."""

from django.urls import URLPattern, path

from lantoa.catalogue.search.views import search

urlpatterns: list[URLPattern] = [path("tim-kiem/", search, name="search")]
