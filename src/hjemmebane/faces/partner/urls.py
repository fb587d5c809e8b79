from django.urls import include, path

app_name = "partner"
urlpatterns = [
    path("partner/", include("hjemmebane.faces.partner.notices.urls")),
    path("partner/ekstra-laas/", include("hjemmebane.faces.partner.doors.urls")),
    path("partner/", include("hjemmebane.faces.partner.citizens.urls")),
]
