from django.urls import path

from hjemmebane.faces.citizen.sharing import views

app_name = "sharing"
urlpatterns = [
    path("", views.page, name="page"),
    path("<uuid:consent_id>/stop/", views.stop, name="stop"),
]
