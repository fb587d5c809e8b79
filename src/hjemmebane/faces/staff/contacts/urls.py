from django.urls import path

from hjemmebane.faces.staff.calendar.views import agreeing
from hjemmebane.faces.staff.contacts.views import (
    appointments,
    lights,
    log,
    reminders,
    templates,
    visits,
)

app_name = "contacts"
urlpatterns = [
    path("borgere/<uuid:citizen_id>/trafiklys/", lights.observe, name="light"),
    path("borgere/<uuid:citizen_id>/teammoede/", lights.take_up, name="cadence"),
    path("borgere/<uuid:citizen_id>/kontakt/", log.page, name="page"),
    path("borgere/<uuid:citizen_id>/kontakt/ny/", log.new, name="new"),
    path("borgere/<uuid:citizen_id>/kontakt/fremme/", visits.arrive, name="arrive"),
    path("borgere/<uuid:citizen_id>/kontakt/af-sted/", visits.leave, name="leave"),
    path("borgere/<uuid:citizen_id>/kontakt/ikke-fremme/", visits.drop, name="drop"),
    path("kontakt/ny/", log.whom, name="whom"),
    path("teamet/skabeloner/", templates.page, name="templates"),
    path("teamet/skabeloner/ny/", templates.new, name="template_new"),
    path("teamet/skabeloner/<uuid:template_id>/", templates.edit, name="template_edit"),
    path("borgere/<uuid:citizen_id>/kontakt/<uuid:contact_id>/ret/", log.edit, name="edit"),
    path("borgere/<uuid:citizen_id>/paamindelser/", reminders.page, name="reminders"),
    path("borgere/<uuid:citizen_id>/paamindelser/stop/", reminders.stop, name="reminders_stop"),
    path("borgere/<uuid:citizen_id>/aftale/ny/", agreeing.new, name="appointment_new"),
    path(
        "borgere/<uuid:citizen_id>/aftale/<uuid:appointment_id>/",
        appointments.settle,
        name="appointment_settle",
    ),
    path(
        "borgere/<uuid:citizen_id>/aftale/<uuid:appointment_id>/flyt/",
        appointments.reassign,
        name="appointment_reassign",
    ),
]
