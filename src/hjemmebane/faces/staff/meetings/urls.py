from django.urls import include, path

from hjemmebane.faces.staff.meetings.views import agendas, citizen, meeting, screen, taps

app_name = "meetings"
of_citizen = [
    path("", citizen.page, name="turn"),
    path("tag-op/", citizen.take_up, name="turn_to"),
    path("nyt/", citizen.news, name="news"),
    path("flyt/", meeting.move, name="move"),
    path("tryk/<slug:kind>/<uuid:record_id>/<slug:verb>/", taps.tap, name="tap"),
    path("beslut/<slug:key>/", citizen.decide, name="decide"),
]
of_meeting = [
    path("", meeting.page, name="meeting"),
    path("med/", meeting.attend, name="attend"),
    path("borger/", meeting.add, name="add"),
    path("punkt/<slug:point>/", meeting.note, name="note"),
    path("opgave/<uuid:task_id>/", meeting.finish, name="finish"),
    path("nyt/", meeting.news, name="list_news"),
    path("skaerm/", screen.page, name="screen"),
    path("skaerm/nyt/", screen.news, name="screen_news"),
    path("luk/", meeting.close, name="close"),
    path("<uuid:item_id>/", include(of_citizen)),
]
urlpatterns = [
    path("", meeting.start, name="page"),
    path("dagsorden/", agendas.page, name="agenda"),
    path("dagsorden/<slug:verb>/", agendas.change, name="agenda_change"),
    path("<uuid:meeting_id>/", include(of_meeting)),
]
