from django.urls import include, path

from hjemmebane.faces.staff.messages import views

app_name = "messages"
pages = [
    path("", views.thread, name="thread"),
    path("set/", views.seen, name="seen"),
    path("luk/", views.close, name="close"),
]
one = "borgere/<uuid:citizen_id>/aktivitet/<uuid:activity_id>/"
urlpatterns = [
    path(f"{one}beskeder/", include(pages)),
    path(f"{one}enig/", views.standpoint, name="standpoint"),
]
