from django.urls import path

from hjemmebane.faces.staff.signs import views

app_name = "signs"
urlpatterns = [path("borgere/<uuid:citizen_id>/livstegn/", views.ask, name="ask")]
