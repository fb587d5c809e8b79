from django.urls import path

from hjemmebane.faces.citizen.measurements import views

app_name = "measurements"
urlpatterns = [
    path("", views.page, name="page"),
    path("<slug:instrument>/begynd/", views.begin, name="begin"),
    path("<uuid:response_id>/", views.response, name="response"),
    path("<uuid:response_id>/spoergsmaal/<slug:question>/", views.question, name="question"),
    path("<uuid:response_id>/slut/", views.end, name="end"),
    path("<uuid:response_id>/passer/", views.fit, name="fit"),
]
