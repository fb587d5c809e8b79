from django.urls import path

from hjemmebane.faces.staff.steering import views

app_name = "steering"
MEETING, POINT = "<uuid:steering_id>", "punkt/<uuid:steering_point_id>"
urlpatterns = [
    path("", views.page, name="page"),
    path("nyt/", views.new, name="new"),
    path(f"{MEETING}/", views.meeting, name="meeting"),
    path(f"{MEETING}/ret/", views.edit, name="edit"),
    path(f"{MEETING}/punkt/", views.point_new, name="point_new"),
    path(f"{POINT}/", views.point, name="point"),
    path(f"{POINT}/haandteret/", views.handle, name="handle"),
    path(f"{POINT}/aaben/", views.reopen, name="reopen"),
]
