from django.urls import path

from hjemmebane.faces.staff.today import views

app_name = "today"
urlpatterns = [
    path("", views.page, name="page"),
    path("flyttet/<uuid:move_id>/set/", views.seen, name="seen"),
]
