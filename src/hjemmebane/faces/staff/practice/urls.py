from django.urls import path

from hjemmebane.faces.staff.practice import views

app_name = "practice"
PRACTICE = "borgere/<uuid:citizen_id>/praksismodel"
urlpatterns = [
    path(f"{PRACTICE}/", views.page, name="page"),
    path(f"{PRACTICE}/flyt/", views.move, name="move"),
    path(f"{PRACTICE}/<slug:kind>/<slug:code>/", views.note, name="note"),
    path(f"{PRACTICE}/<slug:kind>/<slug:code>/tryk/", views.tap, name="tap"),
]
