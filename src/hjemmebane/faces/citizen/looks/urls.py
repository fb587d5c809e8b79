from django.urls import path

from hjemmebane.faces.citizen.looks import views

app_name = "looks"
urlpatterns = [path("", views.choose, name="choose")]
