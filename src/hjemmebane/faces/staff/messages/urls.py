from django.urls import include, path

from hjemmebane.faces.staff.messages import views

app_name = "messages"
pages = [
    path("", views.thread, name="thread"),
    path("set/", views.seen, name="seen"),
    path("luk/", views.close, name="close"),
]
urlpatterns = [
    path("borgere/<uuid:citizen_id>/aktivitet/<uuid:activity_id>/beskeder/", include(pages))
]
