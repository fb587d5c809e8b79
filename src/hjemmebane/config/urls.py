"""Every address of the service."""

from allauth.account import views as account_views
from django.urls import include, path

from hjemmebane.config import doorway
from hjemmebane.faces.public import refusals
from hjemmebane.faces.public import views as public_views

urlpatterns = [
    path("login/", account_views.login, name="account_login"),
    path("login/kode/", public_views.second_factor, name="mfa_authenticate"),
    path("log-ud/", account_views.logout, name="account_logout"),
    path("", include("hjemmebane.faces.api.urls")),
    path("", include("hjemmebane.faces.public.urls")),
    path("", include("hjemmebane.faces.partner.urls")),
    path("", include("hjemmebane.faces.citizen.urls")),
    path("", include("hjemmebane.faces.staff.urls")),
]

handler400 = refusals.bad_request
handler403 = refusals.forbidden
handler404 = doorway.page_not_found
handler429 = refusals.too_many  # asked for by allauth, not by Django
handler500 = refusals.server_error
