from django.urls import include, path

app_name = "api"
urlpatterns = [path("", include("hjemmebane.faces.api.calendar.urls"))]
