"""Addresses of home and life events."""

from django.urls import URLPattern, path

from lantoa.portal.home.views import home

urlpatterns: list[URLPattern] = [path("", home, name="home")]
