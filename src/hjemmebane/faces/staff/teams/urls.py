from django.urls import path

from hjemmebane.faces.staff.teams.views import roles, team, training

app_name = "teams"
urlpatterns = [
    path("", team.page, name="page"),
    path("om-mig/", team.persona, name="persona"),
    path("om-mig/billede/", team.portrait_choose, name="portrait_choose"),
    path("om-mig/billede/fjern/", team.portrait_remove, name="portrait_remove"),
    path("billeder/<uuid:staff_member_id>.jpg", team.portrait, name="portrait"),
    path("funktioner/", roles.page, name="roles"),
    path("funktioner/teamet/", roles.write_team, name="role_team"),
    path("funktioner/<uuid:staff_member_id>/", roles.write_member, name="role_member"),
    path("laering/", training.page, name="training"),
    path("laering/ny/", training.new, name="training_new"),
    path("laering/<uuid:training_id>/", training.edit, name="training_edit"),
    path("laering/<uuid:training_id>/slet/", training.remove, name="training_remove"),
]
