"""Addresses of signing in."""

from django.urls import URLPattern, path

from lantoa.people.accounts.views import ChangePassword, SignIn, sign_out

urlpatterns: list[URLPattern] = [
    path("dang-nhap/", SignIn.as_view(), name="sign_in"),
    path("dang-xuat/", sign_out, name="sign_out"),
    path("doi-mat-khau/", ChangePassword.as_view(), name="change_password"),
]
