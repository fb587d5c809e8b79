from django.urls import path

from hjemmebane.faces.partner.citizens import views

app_name = "citizens"
urlpatterns = [
    path("", views.page, name="page"),
    path("<uuid:citizen_id>/", views.citizen, name="citizen"),
]
