from django.urls import include, path

app_name = "citizen"
urlpatterns = [
    path("min-plan/", include("hjemmebane.faces.citizen.doors.urls")),
    path("min-plan/", include("hjemmebane.faces.citizen.plan.urls")),
]
