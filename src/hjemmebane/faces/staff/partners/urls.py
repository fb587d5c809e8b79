from django.urls import path

from hjemmebane.faces.staff.partners import views

app_name = "partners"
urlpatterns = [
    path("", views.page, name="page"),
    path("partnere/ny/", views.organisation_new, name="organisation_new"),
    path("partnere/<uuid:organisation_id>/", views.organisation, name="organisation"),
    path("partnere/<uuid:organisation_id>/ret/", views.organisation_edit, name="organisation_edit"),
    path("partnere/<uuid:organisation_id>/aftale/", views.agreement, name="agreement"),
    path("partnere/<uuid:organisation_id>/funktion/", views.function, name="function"),
    path("partnere/<uuid:organisation_id>/ny-person/", views.person_new, name="person_new"),
    path("personer/<uuid:person_id>/", views.person_edit, name="person_edit"),
]
