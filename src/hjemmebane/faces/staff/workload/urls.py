from django.urls import path

from hjemmebane.faces.staff.workload.views import absences, handing, hours, own_week, time

app_name = "workload"
urlpatterns = [
    path("", hours.page, name="page"),
    path("uge/", own_week.page, name="own_week"),
    path("videre/<uuid:staff_member_id>/", handing.page, name="hand_over"),
    path("fravaer/nyt/", absences.new, name="absence_new"),
    path("fravaer/<uuid:absence_id>/", absences.edit, name="absence_edit"),
    path("fravaer/<uuid:absence_id>/fortryd/", absences.cancel, name="absence_cancel"),
    path("tid/ny/", time.new, name="time_new"),
    path("tid/<uuid:entry_id>/", time.edit, name="time_edit"),
    path("tid/<uuid:entry_id>/slet/", time.remove, name="time_remove"),
]
