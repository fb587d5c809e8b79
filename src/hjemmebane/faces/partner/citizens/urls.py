from django.urls import include, path

from hjemmebane.faces.partner.citizens.views import (
    activities,
    appointments,
    citizens,
    export,
    messages,
    signs,
    standpoints,
)

app_name = "citizens"
about_one = [
    path("", citizens.citizen, name="citizen"),
    path("maal/<uuid:goal_id>/ny-aktivitet/", activities.new, name="activity_new"),
    path("aktivitet/<uuid:activity_id>/", activities.edit, name="activity"),
    path("aktivitet/<uuid:activity_id>/status/", activities.status, name="status"),
    path("aktivitet/<uuid:activity_id>/beskeder/", messages.thread, name="messages"),
    path("aktivitet/<uuid:activity_id>/beskeder/set/", messages.seen, name="messages_seen"),
    path("aktivitet/<uuid:activity_id>/enig/", standpoints.standpoint, name="standpoint"),
    path("ny-aftale/", appointments.new, name="appointment_new"),
    path("aftale/<uuid:appointment_id>/aflys/", appointments.cancel, name="appointment_cancel"),
    path("moede/<uuid:invitation_id>/svar/", appointments.answer, name="meeting_answer"),
    path("forbi/", signs.tell, name="sign"),
    path("min-del/", export.text, name="text"),
    path("min-del/pdf/", export.paper, name="paper"),
]
urlpatterns = [
    path("", citizens.page, name="page"),
    path("<uuid:citizen_id>/", include(about_one)),
]
