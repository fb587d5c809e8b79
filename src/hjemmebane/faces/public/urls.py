from django.urls import include, path

from hjemmebane.faces.public import views

app_name = "public"
urlpatterns = [
    path("helbred/", views.health, name="health"),
    path("favicon.ico", views.icon, name="icon"),
    path("privatliv/", views.privacy, name="privacy"),
    path("tilgaengelighed/", views.accessibility, name="accessibility"),
    path("", include("hjemmebane.faces.public.doors.urls")),
    path("", include("hjemmebane.faces.public.referrals.urls")),
    path("", include("hjemmebane.faces.public.sms.urls")),
]
