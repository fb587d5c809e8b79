from django.urls import include, path

from hjemmebane.faces.staff.network_meetings.views import calling, guests, minutes, talking

app_name = "network_meetings"
of_guest = [
    path("svar/", guests.answer_for, name="answer"),
    path("referat/", minutes.page, name="minutes"),
    path("referat.pdf", minutes.paper, name="paper"),
]
of_meeting = [
    path("", guests.page, name="meeting"),
    path("ret/", calling.edit, name="edit"),
    path("aflys/", guests.cancel, name="cancel"),
    path("afslut/", guests.close, name="close"),
    path("inviter/", guests.invite, name="invite"),
    path("deltager/<uuid:guest_id>/", include(of_guest)),
    path("runden/<slug:point>/", talking.page, name="round"),
    path("ord/<uuid:voice_id>/", talking.reword, name="reword"),
    path("aftaler/", talking.promise, name="promise"),
]
urlpatterns = [
    path("borgere/<uuid:citizen_id>/netvaerksmoeder/", calling.page, name="page"),
    path("borgere/<uuid:citizen_id>/netvaerksmoeder/nyt/", calling.new, name="new"),
    path("borgere/<uuid:citizen_id>/netvaerksmoeder/<uuid:meeting_id>/", include(of_meeting)),
]
