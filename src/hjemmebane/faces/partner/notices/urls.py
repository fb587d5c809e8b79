from django.urls import path

from hjemmebane.faces.partner.notices import views

app_name = "notices"
urlpatterns = [
    path("nyt/set/", views.seen, name="seen"),
    path("mail/", views.mail, name="mail"),
]
