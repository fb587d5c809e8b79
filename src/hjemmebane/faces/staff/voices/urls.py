from django.urls import path

from hjemmebane.faces.staff.voices import views

app_name = "voices"
urlpatterns = [
    path("borgere/<uuid:citizen_id>/fra-borgeren/", views.page, name="page"),
    path(
        "borgere/<uuid:citizen_id>/fra-borgeren/<uuid:suggestion_id>/tag-med/",
        views.take_in,
        name="take_in",
    ),
    path(
        "borgere/<uuid:citizen_id>/fra-borgeren/<uuid:suggestion_id>/svar/",
        views.answer,
        name="answer",
    ),
    path(
        "borgere/<uuid:citizen_id>/optagelser/<uuid:recording_id>/",
        views.recording,
        name="recording",
    ),
]
