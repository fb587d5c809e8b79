from django.urls import path

from hjemmebane.faces.staff.consents import views

app_name = "consents"
CONSENT = "borgere/<uuid:citizen_id>/samtykke/<uuid:consent_id>"
urlpatterns = [
    path("borgere/<uuid:citizen_id>/samtykke/ny/", views.new, name="new"),
    path(f"{CONSENT}/aendr/", views.change, name="change"),
    path(f"{CONSENT}/forlaeng/", views.renew, name="renew"),
    path(f"{CONSENT}/traek-tilbage/", views.withdraw, name="withdraw"),
    path(f"{CONSENT}/det-de-ser/", views.preview, name="preview"),
]
