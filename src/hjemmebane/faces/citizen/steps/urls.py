from django.urls import path

from hjemmebane.faces.citizen.steps import views

app_name = "steps"
urlpatterns = [
    path("", views.page, name="page"),
    path("<uuid:step_id>/naaet/", views.reach, name="reach"),
    path("<uuid:step_id>/fortryd/", views.take_up, name="take_up"),
    path("svar/<slug:kind>/<uuid:item_id>/", views.answer, name="answer"),
]
