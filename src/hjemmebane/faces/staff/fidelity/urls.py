from django.urls import path

from hjemmebane.faces.staff.fidelity import views

app_name = "fidelity"
urlpatterns = [
    path("", views.page, name="page"),
    path("<slug:code>/", views.judge, name="judge"),
]
