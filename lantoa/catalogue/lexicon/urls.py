"""Addresses of the lexicon editor."""

from django.urls import URLPattern, path

from lantoa.catalogue.lexicon.staff_views import (
    AddEntry,
    EditEntry,
    ImportEntries,
    act,
    export,
    lexicon,
)

urlpatterns: list[URLPattern] = [
    path("ban-lam-viec/tu-dien/", lexicon, name="lexicon"),
    path("ban-lam-viec/tu-dien/them/", AddEntry.as_view(), name="lexicon_new"),
    path("ban-lam-viec/tu-dien/nap/", ImportEntries.as_view(), name="lexicon_import"),
    path("ban-lam-viec/tu-dien/tai-ve/", export, name="lexicon_export"),
    path("ban-lam-viec/tu-dien/tu/<slug:key>/", EditEntry.as_view(), name="lexicon_edit"),
    path("ban-lam-viec/tu-dien/tu/<slug:key>/doi/", act, name="lexicon_act"),
]
