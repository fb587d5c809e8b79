from django.urls import path

from hjemmebane.faces.staff.calendar.views import changing, phone, showing

app_name = "calendar"
CITIZENS = "borgere/<uuid:citizen_id>/"
APPOINTMENTS = f"{CITIZENS}aftale/<uuid:appointment_id>/"
urlpatterns = [
    path("kalender/", showing.page, name="page"),
    path("kalender/ny/", showing.whom, name="whom"),
    path("kalender/besked/<uuid:notice_id>/set/", showing.seen, name="notice_seen"),
    path("kalender/telefon/", phone.page, name="phone"),
    path("kalender/telefon/lav/", phone.make, name="phone_make"),
    path("kalender/telefon/luk/", phone.revoke, name="phone_revoke"),
    path(f"{CITIZENS}kalender/", showing.citizen, name="citizen"),
    path(f"{APPOINTMENTS}ret/", changing.change, name="change"),
    path(f"{APPOINTMENTS}tid/", changing.move, name="move"),
    path(f"{APPOINTMENTS}aflys/", changing.cancel, name="cancel"),
]
