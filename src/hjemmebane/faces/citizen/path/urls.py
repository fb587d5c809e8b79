from django.urls import path

from hjemmebane.faces.citizen.path import views

app_name = "path"
urlpatterns = [path("", views.page, name="page")]
