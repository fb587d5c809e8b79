from django.urls import path

from hjemmebane.faces.staff.teams import views

app_name = "teams"
urlpatterns = [
    path("", views.page, name="page"),
    path("om-mig/", views.persona, name="persona"),
]
