from django.urls import path

from hjemmebane.faces.staff.measurements import views

app_name = "measurements"
MEASURED = "borgere/<uuid:citizen_id>/maalinger"
ANSWERS = f"{MEASURED}/svar/<uuid:response_id>"
urlpatterns = [
    path("teamet/maalinger/", views.team, name="team"),
    path("teamet/maalinger/tal/", views.figures, name="figures"),
    path(f"{MEASURED}/", views.page, name="page"),
    path(f"{MEASURED}/over-tid/", views.over_time, name="over_time"),
    path(f"{MEASURED}/<slug:instrument>/begynd/", views.begin, name="begin"),
    path(f"{MEASURED}/<slug:instrument>/udskyd/", views.postpone, name="postpone"),
    path(f"{ANSWERS}/", views.response, name="response"),
    path(f"{ANSWERS}/spoergsmaal/<slug:question>/", views.question, name="question"),
    path(f"{ANSWERS}/faerdig/", views.complete, name="complete"),
    path(f"{ANSWERS}/stop/", views.stop, name="stop"),
    path(f"{ANSWERS}/passer/", views.fit, name="fit"),
]
