from django.urls import path

from hjemmebane.faces.staff.assessments import views

app_name = "assessments"
urlpatterns = [
    path("udredninger/", views.page, name="page"),
    path("borgere/<uuid:citizen_id>/udredning/<slug:kind>/", views.write, name="write"),
]
