from django.urls import path

from hjemmebane.faces.staff.documents import views

app_name = "documents"
urlpatterns = [
    path("borgere/<uuid:citizen_id>/plan.pdf", views.plan, name="plan"),
    path("borgere/<uuid:citizen_id>/min-vej.pdf", views.path, name="path"),
    path("borgere/<uuid:citizen_id>/lyset.pdf", views.light, name="light"),
    path("borgere/<uuid:citizen_id>/maalinger.pdf", views.measurements, name="measurements"),
    path("borgere/<uuid:citizen_id>/teamet.pdf", views.team, name="team"),
    path("teamet/maalinger/tal.pdf", views.figures, name="figures"),
    path("teamet/papir.pdf", views.our_team, name="our_team"),
    path("oplysningsark/<slug:code>.pdf", views.sheet, name="sheet"),
    path("borgere/<uuid:citizen_id>/min-plan.pdf", views.simple_plan, name="simple_plan"),
]
