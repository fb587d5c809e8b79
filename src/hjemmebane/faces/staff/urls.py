from django.urls import path

from hjemmebane.faces.staff import front

app_name = "staff"
urlpatterns = [
    path("", front.front, name="front"),
]
