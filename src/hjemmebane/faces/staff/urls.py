from django.urls import include, path

from hjemmebane.faces.staff import front

app_name = "staff"
urlpatterns = [
    path("", front.front, name="front"),
    path("i-dag/", include("hjemmebane.faces.staff.today.urls")),
    path("tavlen/", include("hjemmebane.faces.staff.board.urls")),
    path("moede/", include("hjemmebane.faces.staff.meetings.urls")),
    path("styregruppe/", include("hjemmebane.faces.staff.steering.urls")),
    path("henvisninger/", include("hjemmebane.faces.staff.intake.urls")),
    path("teamet/timer/", include("hjemmebane.faces.staff.workload.urls")),
    path("teamet/forudsaetninger/", include("hjemmebane.faces.staff.fidelity.urls")),
    path("teamet/", include("hjemmebane.faces.staff.teams.urls")),
    path("samarbejde/", include("hjemmebane.faces.staff.partners.urls")),
    path("metoden/", include("hjemmebane.faces.staff.method.urls")),
    path("galleri/", include("hjemmebane.faces.staff.gallery.urls")),
    path("", include("hjemmebane.faces.staff.assessments.urls")),
    path("", include("hjemmebane.faces.staff.attachments.urls")),
    path("", include("hjemmebane.faces.staff.calls.urls")),
    path("", include("hjemmebane.faces.staff.citizens.urls")),
    path("", include("hjemmebane.faces.staff.contacts.urls")),
    path("", include("hjemmebane.faces.staff.consents.urls")),
    path("", include("hjemmebane.faces.staff.courses.urls")),
    path("", include("hjemmebane.faces.staff.documents.urls")),
    path("", include("hjemmebane.faces.staff.doors.urls")),
    path("", include("hjemmebane.faces.staff.endings.urls")),
    path("", include("hjemmebane.faces.staff.field.urls")),
    path("", include("hjemmebane.faces.staff.messages.urls")),
    path("", include("hjemmebane.faces.staff.network_meetings.urls")),
    path("", include("hjemmebane.faces.staff.offers.urls")),
    path("", include("hjemmebane.faces.staff.overlaps.urls")),
    path("", include("hjemmebane.faces.staff.plans.urls")),
    path("", include("hjemmebane.faces.staff.practice.urls")),
    path("", include("hjemmebane.faces.staff.signs.urls")),
    path("", include("hjemmebane.faces.staff.tasks.urls")),
    path("", include("hjemmebane.faces.staff.voices.urls")),
]
