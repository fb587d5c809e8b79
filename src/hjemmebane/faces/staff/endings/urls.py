from django.urls import path

from hjemmebane.faces.staff.endings import views

app_name = "endings"
ENDING = "borgere/<uuid:citizen_id>/afslutning"
urlpatterns = [
    path(f"{ENDING}/", views.page, name="page"),
    path(f"{ENDING}/begynd/", views.begin, name="begin"),
    path(f"{ENDING}/skriv/", views.write, name="write"),
    path(f"{ENDING}/slut/", views.end, name="end"),
    path(f"{ENDING}/fortryd/", views.call_off, name="call_off"),
    path(f"{ENDING}/samtykke-tilbage/", views.take_back, name="take_back"),
    path(f"{ENDING}/doed/", views.death, name="death"),
]
