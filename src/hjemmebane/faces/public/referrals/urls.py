from django.urls import path

from hjemmebane.faces.public.referrals import views

app_name = "referrals"
urlpatterns = [
    path("henvis/", views.new, name="new"),
    path("henvis/kvittering/", views.receipt, name="receipt"),
    path("henvis/status/", views.status, name="status"),
    path("henvis/svar/", views.answer, name="answer"),
]
