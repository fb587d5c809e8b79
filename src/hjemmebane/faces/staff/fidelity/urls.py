from django.urls import path

from hjemmebane.faces.staff.fidelity import views

app_name = "fidelity"
urlpatterns = [
    path("forudsaetninger/", views.page, name="page"),
    path("forudsaetninger/<slug:code>/", views.judge, name="judge"),
    path("efterlevelse/", views.logged, name="logged"),
    path("dacts/", views.dacts, name="dacts"),
    path("dacts/regneark/", views.dacts_csv, name="dacts_csv"),
    path("dacts/gem/", views.keep, name="keep"),
    path("dacts/<slug:code>/", views.rate, name="rate"),
]
