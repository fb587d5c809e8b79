from django.urls import path

from hjemmebane.faces.citizen.story import views

app_name = "story"
urlpatterns = [
    path("", views.page, name="page"),
    path("<slug:theme>/", views.tell, name="tell"),
]
