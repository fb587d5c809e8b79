from django.urls import path

from hjemmebane.faces.api.calendar import views

app_name = "calendar"
urlpatterns = [path("kalender/<str:token>.ics", views.feed, name="feed")]
