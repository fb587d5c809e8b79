from django.urls import path

from hjemmebane.faces.staff.documents import views

app_name = "documents"
urlpatterns = [
    path("borgere/<uuid:citizen_id>/plan.pdf", views.plan, name="plan"),
    path("borgere/<uuid:citizen_id>/min-plan.pdf", views.simple_plan, name="simple_plan"),
]
