from django.urls import path

from hjemmebane.faces.partner.doors import views

app_name = "doors"
urlpatterns = [
    path("", views.second_factor, name="second_factor"),
    path("koder/", views.spare_codes, name="spare_codes"),
]
