from django.urls import path

from hjemmebane.faces.public.doors import views

app_name = "doors"
urlpatterns = [
    path("invitation/<str:code>/", views.invitation, name="invitation"),
    path("min-plan/kom-ind/", views.come_in, name="come_in"),
    path("min-plan/log-ind/", views.log_in, name="log_in"),
]
