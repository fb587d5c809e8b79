from django.urls import path

from hjemmebane.faces.citizen.doors import views

app_name = "doors"
urlpatterns = [
    path("mit-navn/", views.name, name="name"),
    path("giv-tilbage/", views.take_back, name="take_back"),
]
