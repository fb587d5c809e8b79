from django.urls import path

from hjemmebane.faces.citizen.writing import views

app_name = "writing"
urlpatterns = [
    path("", views.page, name="page"),
    path("ring/", views.call_me, name="call_me"),
    path("optagelse/<uuid:recording_id>/", views.recording, name="recording"),
    path("<slug:about>/", views.message, name="message"),
]
