from django.urls import path

from hjemmebane.faces.staff.teams import views

app_name = "teams"
urlpatterns = [
    path("", views.page, name="page"),
    path("om-mig/", views.persona, name="persona"),
    path("om-mig/billede/", views.portrait_choose, name="portrait_choose"),
    path("om-mig/billede/fjern/", views.portrait_remove, name="portrait_remove"),
    path("billeder/<uuid:staff_member_id>.jpg", views.portrait, name="portrait"),
]
