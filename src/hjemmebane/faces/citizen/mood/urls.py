from django.urls import path

from hjemmebane.faces.citizen.mood import views

app_name = "mood"
urlpatterns = [
    path("", views.page, name="page"),
    path("<uuid:mood_id>/kun-mig/", views.keep, name="keep"),
]
