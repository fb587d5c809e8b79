from django.urls import path

from hjemmebane.faces.staff.lights import views

app_name = "lights"
LIGHT = "borgere/<uuid:citizen_id>/lyset"
urlpatterns = [
    path(f"{LIGHT}/", views.page, name="page"),
    path(f"{LIGHT}/set/<slug:colour>/", views.see, name="see"),
    path(f"{LIGHT}/aftale/", views.agree, name="agree"),
    path(f"{LIGHT}/aftale/slut/", views.end, name="end"),
    path(f"{LIGHT}/aftaler/", views.agreements, name="agreements"),
]
