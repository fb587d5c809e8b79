from django.urls import path

from hjemmebane.faces.staff.calls import views

app_name = "calls"
CALL = "borgere/<uuid:citizen_id>/akut"
urlpatterns = [
    path("akut/", views.choose, name="choose"),
    path(f"{CALL}/", views.call, name="call"),
    path(f"{CALL}/<uuid:call_id>/tag/", views.take, name="take"),
    path(f"{CALL}/<uuid:call_id>/luk/", views.close, name="close"),
]
