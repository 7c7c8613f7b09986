"""Addresses of the desk's shell."""

from django.urls import URLPattern, path

from lantoa.portal.desk.staff_views import desk

urlpatterns: list[URLPattern] = [path("ban-lam-viec/", desk, name="desk")]
