"""Addresses of the import pages."""

from django.urls import URLPattern, path

from lantoa.catalogue.importing.staff_views import (
    Upload,
    import_act,
    import_review,
    import_row,
    import_rows,
    import_template,
    imports,
)

ROOT = "ban-lam-viec/nap-thu-tuc/"

urlpatterns: list[URLPattern] = [
    path(ROOT, imports, name="imports"),
    path(f"{ROOT}tai-len/", Upload.as_view(), name="import_upload"),
    path(f"{ROOT}mau/<slug:kind>/", import_template, name="import_template"),
    path(f"{ROOT}<int:import_id>/", import_review, name="import_review"),
    path(f"{ROOT}<int:import_id>/dong/", import_rows, name="import_rows"),
    path(f"{ROOT}<int:import_id>/dong/<int:row_id>/", import_row, name="import_row"),
    path(f"{ROOT}<int:import_id>/lam/", import_act, name="import_act"),
]
