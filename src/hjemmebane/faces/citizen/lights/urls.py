from django.urls import path

from hjemmebane.faces.citizen.lights import views

app_name = "lights"
urlpatterns = [path("", views.page, name="page")]
