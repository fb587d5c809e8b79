from django.urls import path

from hjemmebane.faces.citizen.plan import views

app_name = "plan"
urlpatterns = [
    path("", views.page, name="page"),
    path("billede/<uuid:item_id>/", views.picture, name="picture"),
]
