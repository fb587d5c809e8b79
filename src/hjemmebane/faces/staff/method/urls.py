from django.urls import path

from hjemmebane.faces.staff.method import views

app_name = "method"
urlpatterns = [
    path("", views.page, name="page"),
    path("skift/", views.move, name="move"),
]
