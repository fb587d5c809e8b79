from django.urls import path

from hjemmebane.faces.staff.board import views

app_name = "board"
urlpatterns = [
    path("", views.page, name="page"),
    path("kolonner/", views.columns, name="columns"),
    path("papir.pdf", views.paper, name="paper"),
    path("skaerm/", views.wall, name="wall"),
]
