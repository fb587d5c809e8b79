from django.urls import path

from hjemmebane.faces.staff.tasks.views import follow_ups, tasks

app_name = "tasks"
CITIZEN = "borgere/<uuid:citizen_id>"
FOLLOW_UP = f"{CITIZEN}/opfoelgning/<uuid:follow_up_id>"
TASK = "opgaver/<uuid:task_id>"
urlpatterns = [
    path("opgaver/ny/", tasks.team_new, name="team_new"),
    path(f"{TASK}/", tasks.page, name="page"),
    path(f"{TASK}/gjort/", tasks.done, name="done"),
    path(f"{TASK}/aaben/", tasks.reopen, name="reopen"),
    path(f"{TASK}/bortfald/", tasks.drop, name="drop"),
    path(f"{CITIZEN}/opgave/ny/", tasks.new, name="new"),
    path(f"{CITIZEN}/opfoelgning/ny/", follow_ups.new, name="follow_up_new"),
    path(f"{FOLLOW_UP}/", follow_ups.settle, name="follow_up"),
    path(f"{FOLLOW_UP}/aaben/", follow_ups.reopen, name="follow_up_reopen"),
]
