from django.urls import path

from hjemmebane.faces.citizen.appointments import views

app_name = "appointments"
urlpatterns = [
    path("", views.page, name="page"),
    path("stop-sms/", views.stop_reminders, name="stop_reminders"),
    path("portraet/<uuid:staff_member_id>/", views.portrait, name="portrait"),
]
