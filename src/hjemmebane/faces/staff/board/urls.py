from django.urls import path

from hjemmebane.faces.staff.board import views

app_name = "board"
urlpatterns = [
    path("", views.page, name="page"),
]
