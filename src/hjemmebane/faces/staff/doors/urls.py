from django.urls import path

from hjemmebane.faces.staff.doors import views

PERSON = "samarbejde/personer/<uuid:person_id>/adgang"
CITIZEN = "borgere/<uuid:citizen_id>/adgang"

app_name = "doors"
urlpatterns = [
    path(f"{PERSON}/", views.partner, name="partner"),
    path(f"{PERSON}/inviter/", views.partner_invite, name="partner_invite"),
    path(f"{PERSON}/traek-tilbage/", views.partner_cancel, name="partner_cancel"),
    path(f"{PERSON}/stoppet/", views.partner_leave, name="partner_leave"),
    path(f"{PERSON}/nyt-sted/", views.partner_move, name="partner_move"),
    path(f"{CITIZEN}/", views.citizen, name="citizen"),
    path(f"{CITIZEN}/ny-kode/", views.citizen_invite, name="citizen_invite"),
    path(f"{CITIZEN}/traek-tilbage/", views.citizen_cancel, name="citizen_cancel"),
    path(f"{CITIZEN}/luk/", views.citizen_close, name="citizen_close"),
    path("borgere/<uuid:citizen_id>/vis-sammen/", views.hand_over, name="hand_over"),
]
