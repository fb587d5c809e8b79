from django.urls import path

from hjemmebane.faces.staff.economics.views import sizing

app_name = "economics"
urlpatterns = [
    path("teams/", sizing.sizing, name="sizing"),
]
