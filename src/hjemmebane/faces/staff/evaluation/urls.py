from django.urls import path

from hjemmebane.faces.staff.evaluation import views

app_name = "evaluation"
urlpatterns = [
    path("", views.page, name="page"),
    path("bestil/", views.order, name="order"),
    path("<uuid:report_id>/", views.report, name="report"),
    path("<uuid:report_id>/stop/", views.cancel, name="cancel"),
    path("<uuid:report_id>/papir/", views.paper, name="paper"),
    path("<uuid:report_id>/regneark/", views.spreadsheet, name="spreadsheet"),
    path("<uuid:report_id>/data/", views.data, name="data"),
]
