from django.urls import path

from hjemmebane.faces.staff.overlaps import views

app_name = "overlaps"
urlpatterns = [
    path("borgere/<uuid:citizen_id>/samarbejde/", views.page, name="page"),
    path("borgere/<uuid:citizen_id>/samarbejde/<slug:question>/", views.judge, name="judge"),
]
