from django.urls import include, path

app_name = "citizen"
urlpatterns = [
    path("min-plan/", include("hjemmebane.faces.citizen.doors.urls")),
    path("min-plan/", include("hjemmebane.faces.citizen.plan.urls")),
    path("min-plan/historie/", include("hjemmebane.faces.citizen.story.urls")),
    path("min-plan/hvordan/", include("hjemmebane.faces.citizen.mood.urls")),
    path("min-plan/lys/", include("hjemmebane.faces.citizen.lights.urls")),
    path("min-plan/svar/", include("hjemmebane.faces.citizen.measurements.urls")),
    path("min-plan/vejen/", include("hjemmebane.faces.citizen.path.urls")),
    path("min-plan/papir/", include("hjemmebane.faces.citizen.paper.urls")),
    path("mine-skridt/", include("hjemmebane.faces.citizen.steps.urls")),
    path("mine-aftaler/", include("hjemmebane.faces.citizen.appointments.urls")),
    path("hvem-ser-hvad/", include("hjemmebane.faces.citizen.sharing.urls")),
    path("skriv/", include("hjemmebane.faces.citizen.writing.urls")),
    path("udseende/", include("hjemmebane.faces.citizen.looks.urls")),
]
