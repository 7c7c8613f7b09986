"""Addresses of procedures. A code's address never changes, whatever becomes of the procedure."""

from django.urls import URLPattern, path

from lantoa.catalogue.procedures.views import procedure, procedure_history, procedure_version

urlpatterns: list[URLPattern] = [
    path("thu-tuc/<str:code>/", procedure, name="procedure"),
    path("thu-tuc/<str:code>/thay-doi/", procedure_history, name="procedure_history"),
    path("thu-tuc/<str:code>/phien-ban/<int:number>/", procedure_version, name="procedure_version"),
]
