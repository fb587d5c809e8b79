from django.urls import path

from hjemmebane.faces.staff.fidelity import views

app_name = "fidelity"
urlpatterns = [
    path("forudsaetninger/", views.page, name="page"),
    path("forudsaetninger/<slug:code>/", views.judge, name="judge"),
    path("efterlevelse/", views.logged, name="logged"),
]
