from django.urls import path

from hjemmebane.faces.staff.gallery import views

app_name = "gallery"
urlpatterns = [
    path("", views.page, name="page"),
]
