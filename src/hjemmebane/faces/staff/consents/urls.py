from django.urls import path

from hjemmebane.faces.staff.consents import views

app_name = "consents"
urlpatterns = [
    path("borgere/<uuid:citizen_id>/samtykke/ny/", views.new, name="new"),
    path(
        "borgere/<uuid:citizen_id>/samtykke/<uuid:consent_id>/traek-tilbage/",
        views.withdraw,
        name="withdraw",
    ),
]
