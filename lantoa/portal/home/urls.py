"""Addresses of home, life events and the living page of components."""

from django.urls import URLPattern, path

from lantoa.people.roles.queries import public
from lantoa.portal.home.views import home, life_event
from lantoa.ui.gallery import gallery

urlpatterns: list[URLPattern] = [
    path("", home, name="home"),
    path("su-kien/<slug:slug>/", life_event, name="life_event"),
    path("ui/", public(gallery), name="gallery"),
]
