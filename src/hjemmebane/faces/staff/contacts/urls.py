from django.urls import path

from hjemmebane.faces.staff.contacts import appointments, views

app_name = "contacts"
urlpatterns = [
    path("borgere/<uuid:citizen_id>/kontakt/", views.page, name="page"),
    path("borgere/<uuid:citizen_id>/kontakt/ny/", views.new, name="new"),
    path("borgere/<uuid:citizen_id>/kontakt/<uuid:contact_id>/ret/", views.edit, name="edit"),
    path("borgere/<uuid:citizen_id>/aftale/ny/", appointments.new, name="appointment_new"),
    path(
        "borgere/<uuid:citizen_id>/aftale/<uuid:appointment_id>/",
        appointments.settle,
        name="appointment_settle",
    ),
]
