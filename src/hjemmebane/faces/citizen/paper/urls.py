from django.urls import path

from hjemmebane.faces.citizen.paper import views

app_name = "paper"
urlpatterns = [
    path("", views.page, name="page"),
    path("min-vej.pdf", views.path, name="path"),
    path("<slug:sheet>.pdf", views.plan, name="plan"),
]
